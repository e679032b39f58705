import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { must } from '../../../kernel/result.ts'
import { vacancies } from '../../../rules/vacancies.ts'
import { feedLines, indexVacancies, readAd, relationOf, type Seeker, suggest, type Vacancy } from './index.ts'

const today = day('2022-10-03')
const points = vacancies.points.values[0]?.value
assert.ok(points)

function ad(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '20000001',
    headline: 'Undersköterska till Vårdhemmet',
    application_deadline: '2022-11-01T23:59:59',
    number_of_vacancies: 2,
    description: { text: 'Påhittad annons.' },
    scope_of_work: { min: 75, max: 100 },
    employer: { name: 'Exempelvårdhemmet', workplace: 'Vårdhemmet' },
    application_details: { url: 'https://example.org/jobb/1' },
    driving_license_required: false,
    occupation_group: { legacy_ams_taxonomy_id: '5321' },
    workplace_address: { municipality_code: '0180', country: 'Sverige', coordinates: [18.06, 59.33] },
    must_have: { languages: [{ label: 'Svenska' }] },
    publication_date: '2022-09-20T08:00:00',
    removed: false,
    ...over,
  }
}

function vacancyOf(over: Partial<Vacancy> = {}): Vacancy {
  const read = must(readAd(ad()))
  assert.ok(read.kind === 'vacancy')
  return { ...read.vacancy, applyBy: day('2022-11-01'), licenceNeeded: false, languages: [], ...over }
}

const stockholm = { lat: 59.33, lon: 18.06 }
const seeker: Seeker = {
  sought: ['5321'],
  home: stockholm,
  radiusKm: 50,
  wantedExtent: 100,
  licence: null,
  languages: ['ar'],
  leaveOut: new Set(),
}
const best = (list: readonly Vacancy[], who: Partial<Seeker> = {}, most = 20) =>
  suggest(indexVacancies(list, today), { ...seeker, ...who }, points, most)

describe('an advertisement', () => {
  test('of the format is read with what matching needs', () => {
    const read = must(
      readAd(ad({ workplace_address: { municipality_code: '1480', coordinates: null, country: 'Sverige' } })),
    )
    assert.ok(read.kind === 'vacancy')
    assert.equal(read.vacancy.municipality, '1480')
    assert.equal(read.vacancy.approximate, true)
    assert.match(read.vacancy.ssyk, /^\d{4}$/)
  })

  test('that is removed only says which', () => {
    assert.deepEqual(must(readAd({ id: 5, removed: true })), { kind: 'removed', adId: '5' })
  })

  const broken: readonly [string, unknown, string, string | undefined][] = [
    ['that is a word', 'job', 'ad-not-an-object', undefined],
    ['without a key', ad({ id: null }), 'ad-field-missing', 'id'],
    ['without a headline', ad({ headline: ' ' }), 'ad-field-missing', 'headline'],
    ['without an employer', ad({ employer: null }), 'ad-field-missing', 'employer.name'],
    [
      'of no occupation',
      ad({ occupation_group: { legacy_ams_taxonomy_id: '0000' } }),
      'ad-occupation-unknown',
      'occupation_group',
    ],
    ['without a place', ad({ workplace_address: null }), 'ad-field-missing', 'workplace_address'],
    [
      'in no municipality',
      ad({ workplace_address: { municipality_code: '9999' } }),
      'ad-place-unknown',
      'workplace_address.municipality_code',
    ],
    ['abroad', ad({ workplace_address: { country: 'Norge' } }), 'ad-outside-sweden', 'workplace_address.country'],
    [
      'with latitude and longitude swapped',
      ad({ workplace_address: { coordinates: [59.3, 18] } }),
      'ad-outside-sweden',
      'workplace_address.coordinates',
    ],
    ['published on no day', ad({ publication_date: '2022-02-30T08:00:00' }), 'ad-day-invalid', 'publication_date'],
    [
      'that ends before it begins',
      ad({ application_deadline: '2001-01-01' }),
      'ad-days-reversed',
      'application_deadline',
    ],
    ['of more than full time', ad({ scope_of_work: { min: 50, max: 140 } }), 'ad-extent-invalid', 'scope_of_work'],
    ['for no one', ad({ number_of_vacancies: 0 }), 'ad-positions-invalid', 'number_of_vacancies'],
  ]
  for (const [name, given, code, field] of broken) {
    test(`${name} is set aside with ${code}`, () => {
      const read = readAd(given)
      assert.ok(!read.ok)
      assert.equal(read.problem.code, code)
      assert.equal(read.problem.field, field)
    })
  }

  test('never carries a link that is none of the web', () => {
    const read = must(readAd(ad({ application_details: { url: 'javascript:alert(1)' }, webpage_url: null })))
    assert.ok(read.kind === 'vacancy')
    assert.equal(read.vacancy.applyUrl, null)
  })
})

describe('a feed', () => {
  test('is read as lines, as a list, and as an answer with hits', () => {
    const two = [ad(), ad({ id: '20000002' })]
    const forms = [
      two.map((one) => JSON.stringify(one)).join('\r\n'),
      JSON.stringify(two),
      JSON.stringify({ hits: two }),
    ]
    for (const text of forms)
      assert.deepEqual(
        feedLines(text)?.map(({ value }) => value),
        two,
      )
    assert.equal(feedLines(JSON.stringify(two[0]))?.length, 1)
  })

  test('with one broken line keeps the others; a list that breaks off is nothing', () => {
    const lines = feedLines('{"id":1}\n{"id":\n\n{"id":3}')
    assert.deepEqual(
      lines?.map(({ line, readable }) => [line, readable]),
      [
        [1, true],
        [2, false],
        [4, true],
      ],
    )
    assert.equal(feedLines('[{"id":1},'), null)
    assert.deepEqual(feedLines('\uFEFF  '), [])
  })
})

describe('suggestions', () => {
  test('lie to the sought occupation by the digits of SSYK', () => {
    assert.equal(relationOf(['5321'], '5321'), 'same')
    assert.equal(relationOf(['53'], '5321'), 'same')
    assert.equal(relationOf(['5322'], '5321'), 'related')
    assert.equal(relationOf(['5343'], '5321'), 'field')
    assert.equal(relationOf(['2512'], '5321'), null)
    assert.equal(relationOf(['5343', '5322'], '5321'), 'related')
  })

  test('say why, and the reasons add up to the points', () => {
    const [one] = best([vacancyOf({ ssyk: '5321', point: stockholm, languages: ['ar'], licenceNeeded: true })], {
      licence: true,
    })
    assert.deepEqual(
      one?.because.map(({ code, points: worth }) => [code, worth]),
      [
        ['occupation', 100],
        ['distance', 40],
        ['extent', 15],
        ['licence', 10],
        ['language', 10],
      ],
    )
    assert.equal(
      one?.points,
      one?.because.reduce((sum, reason) => sum + reason.points, 0),
    )
  })

  test('leave out what is far, closed, known, or asks for a licence that the person lacks', () => {
    const near = vacancyOf({ adId: 'a', ssyk: '5321', point: stockholm })
    assert.equal(best([near]).length, 1)
    assert.equal(best([{ ...near, point: { lat: 57.7, lon: 11.97 } }]).length, 0)
    assert.equal(best([{ ...near, applyBy: day('2022-10-02') }]).length, 0)
    assert.equal(best([near], { leaveOut: new Set(['a']) }).length, 0)
    assert.equal(best([{ ...near, licenceNeeded: true }], { licence: false }).length, 0)
    assert.equal(best([{ ...near, licenceNeeded: true }])[0]?.licenceToAsk, true)
  })
})
