import type { ApplicationForm } from '../../../../src/modules/admission/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { nameIn, useLanguages, useMunicipalities } from '../../api/reference.ts'
import { Facts } from '../facts.tsx'
import { Panel } from '../screen.tsx'
import { useAdmissionText } from './texts.ts'

/** A sent application as it reads, part by part. */
export function ApplicationAnswers({ content }: { content: ApplicationForm }) {
  const text = useAdmissionText()
  const areaName = useAreaName()
  const { credit } = content
  return (
    <Panel title={text('judge.answers')}>
      <Facts
        items={[
          { label: text('draft.number'), value: content.organisationNumber },
          { label: text('draft.areas'), value: content.areas.map(areaName).join(', ') },
        ]}
      />
      <Reference title={text('draft.preparing')} reference={content.references.preparing} />
      <Reference title={text('draft.matching')} reference={content.references.matching} />
      <h3>{text('draft.credit')}</h3>
      <Facts
        items={[
          { label: text('draft.credit-day'), value: credit.onDay },
          { label: text('draft.rating'), value: credit.rating ?? '' },
          ...(credit.remarks ? [{ label: text('draft.remarks'), value: '✓' }] : []),
          ...(credit.otherProof === '' ? [] : [{ label: text('draft.proof'), value: <bdi>{credit.otherProof}</bdi> }]),
        ]}
      />
      {content.addresses.map((one, index) => (
        <Address key={`${one.street}-${one.areaCode}`} address={one} number={index + 1} />
      ))}
      <h3>{text('draft.advisers')}</h3>
      <Advisers content={content} />
    </Panel>
  )
}

function Reference({ title, reference }: { title: string; reference: ApplicationForm['references']['preparing'] }) {
  const text = useAdmissionText()
  return (
    <>
      <h3>{title}</h3>
      <Facts
        items={[
          { label: text('draft.client'), value: <bdi>{reference.client}</bdi> },
          { label: text('draft.from'), value: reference.from },
          { label: text('draft.last-day'), value: reference.lastDay || '–' },
          { label: text('draft.participants'), value: reference.participants ?? '' },
          { label: text('draft.contact'), value: <bdi>{reference.contact}</bdi> },
          { label: text('draft.description'), value: <bdi>{reference.description}</bdi> },
        ]}
      />
    </>
  )
}

function Address({ address, number }: { address: ApplicationForm['addresses'][number]; number: number }) {
  const text = useAdmissionText()
  const areaName = useAreaName()
  const municipalities = useMunicipalities()
  const languages = useLanguages()
  const { street, postcode, locality, municipalityCode } = address
  return (
    <>
      <h3>{text('draft.address', { n: number })}</h3>
      <Facts
        items={[
          { label: text('draft.street'), value: <bdi>{`${street}, ${postcode} ${locality}`}</bdi> },
          { label: text('draft.municipality'), value: nameIn(municipalities.data, municipalityCode) },
          { label: text('draft.area'), value: areaName(address.areaCode) },
          {
            label: text('draft.languages'),
            value: address.languages.map((code) => nameIn(languages.data, code)).join(', '),
          },
          { label: text('draft.landlord'), value: <bdi>{address.landlord}</bdi> },
          { label: text('draft.lease-from'), value: address.leaseFrom },
          { label: text('draft.lease-last'), value: address.leaseLastDay || '–' },
          {
            label: text('draft.accessible-by'),
            value: <bdi>{`${address.accessibilityBy}, ${address.accessibilityOn}`}</bdi>,
          },
          { label: text('draft.declared-by'), value: <bdi>{`${address.declaredBy}, ${address.declaredOn}`}</bdi> },
          { label: text('draft.presentation'), value: <bdi>{address.presentation}</bdi> },
        ]}
      />
    </>
  )
}

function Advisers({ content }: { content: ApplicationForm }) {
  const text = useAdmissionText()
  return (
    <ul>
      {content.advisers.map((one) => (
        <li key={`${one.name}-${one.address}`}>
          <bdi>{one.name}</bdi>, {text('advisers.share', { percent: one.fullTimePercent ?? 0 })},{' '}
          {one.yearsOfExperience} {text('draft.years').toLocaleLowerCase()}: <bdi>{one.competence}</bdi>
        </li>
      ))}
    </ul>
  )
}
