import type { JudgedItem } from '../../../../src/modules/admission/contract.ts'
import { post } from '../../api/client.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'

const kinds: Record<JudgedItem['standing'], StatusKind> = {
  unjudged: 'coming',
  'needs-second': 'waiting',
  disagreed: 'late',
  settled: 'done',
}

/** One requirement: what is asked, what is held of it, how the same answer was judged elsewhere, and one's own view. */
export function JudgeItem({ applicationId, item, open }: { applicationId: string; item: JudgedItem; open: boolean }) {
  const text = useAdmissionText()
  const areaName = useAreaName()
  const english = useLanguage().language === 'en'
  const title =
    item.areaCode === null
      ? text(`topic.${item.topic}`)
      : text('judge.in-area', { topic: text(`topic.${item.topic}`), area: areaName(item.areaCode) })
  return (
    <li className="k-stack">
      <div className="k-row k-row-apart">
        <h3>{title}</h3>
        <Standing item={item} />
      </div>
      <p>{english ? item.en : item.sv}</p>
      {item.evidenceSv !== '' && (
        <p className="k-quiet k-small">
          {text('requirements.evidence', { evidence: english ? item.evidenceEn : item.evidenceSv })}
        </p>
      )}
      {item.kind === 'machine' ? (
        <p className="k-quiet">{text('judge.machine')}</p>
      ) : (
        <>
          <Precedents item={item} />
          <ul className="k-plain-list">
            {item.opinions.map((one) => (
              <li key={`${one.name}-${one.at}`}>
                <strong>
                  <bdi>{one.own ? text('judge.own', { name: one.name }) : one.name}</bdi>
                </strong>
                {': '}
                {text(`judge.${one.outcome}`)} <bdi>{one.reason}</bdi>
              </li>
            ))}
          </ul>
          {open && <OwnView applicationId={applicationId} item={item} title={title} />}
        </>
      )}
    </li>
  )
}

function Standing({ item }: { item: JudgedItem }) {
  const text = useAdmissionText()
  if (item.standing === 'settled')
    return (
      <Status
        kind={item.outcome === 'not-met' ? 'stopped' : 'done'}
        label={text(`judge.settled-${item.outcome ?? 'met'}`)}
      />
    )
  return <Status kind={kinds[item.standing]} label={text(`judge.standing-${item.standing}`)} />
}

function Precedents({ item }: { item: JudgedItem }) {
  const text = useAdmissionText()
  const { met, notMet, differs } = item.precedents
  const kind = useKindWords(item.answerKind)
  return (
    <div className="k-small">
      <p className="k-quiet">{text('judge.answer-kind', { kind })}</p>
      <p className="k-quiet">
        {met + notMet === 0 ? text('judge.no-precedents') : text('judge.precedents', { met, notMet })}
      </p>
      {differs && <p className="k-note k-note-care">{text('judge.differs')}</p>}
      {item.unequal && <p className="k-note k-note-care">{text('judge.unequal')}</p>}
    </div>
  )
}

/** The kind of an answer in words: codes with spaces between, parts with '; ' between. */
function useKindWords(kind: string): string {
  const text = useAdmissionText()
  const word = (code: string): string => {
    const key = `kind.${code}`
    return text.knows(key) ? text(key) : code
  }
  const part = (codes: string) => codes.split(' ').map(word).join(', ').replaceAll(':,', ':')
  return kind.split('; ').map(part).join('; ')
}

function OwnView({ applicationId, item, title }: { applicationId: string; item: JudgedItem; title: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const own = item.opinions.find((one) => one.own)
  const path = `/applications/${applicationId}`
  const { requirement, areaCode } = item
  const form = useForm({
    initial: { outcome: own?.outcome ?? '', reason: own?.reason ?? '' },
    check: ({ outcome, reason }) => [
      ...(outcome === '' ? [{ field: 'outcome' as const, title: text('judge.choose-missing') }] : []),
      ...(outcome === 'not-met' && reason.trim().length < 3
        ? [{ field: 'reason' as const, title: text('judge.reason-missing') }]
        : []),
    ],
    send: ({ outcome, reason }, written) =>
      post(`${path}/judgements`, { judgements: [{ requirement, areaCode, outcome, reason }] }, written),
    changes: [path, '/applications'],
    onDone: () => notice.tell({ what: text('judge.saved'), seenBy: text('judge.seen-by') }),
  })
  return (
    <details className="k-why">
      <summary>
        {text(own === undefined ? 'judge.open' : 'judge.again')}
        <span className="k-only-read"> {title}</span>
      </summary>
      <div className="k-why-body">
        <Form form={form} submit={text('judge.submit')}>
          <ChoiceInput
            form={form}
            name="outcome"
            label={title}
            choices={[
              { value: 'met', label: text('judge.met') },
              { value: 'not-met', label: text('judge.not-met') },
            ]}
          />
          <FreeTextInput
            form={form}
            name="reason"
            label={text('judge.reason')}
            help={text('judge.reason-help')}
            optional
          />
        </Form>
      </div>
    </details>
  )
}
