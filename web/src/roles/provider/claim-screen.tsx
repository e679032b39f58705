import { useState } from 'react'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput, ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen } from './act-screen.tsx'
import type { ClaimView, OutcomesReply } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { ClaimEvidence } from './claim-evidence.tsx'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

/** R2: work or studies have lasted. First what and when, then the papers that prove it. */
export function ClaimScreen() {
  const text = useText()
  return (
    <ActScreen title={text('claim.title')} lead={text('claim.lead')}>
      {({ caseId }) => <Claims caseId={caseId} />}
    </ActScreen>
  )
}

function Claims({ caseId }: { caseId: string }) {
  const text = useText()
  const { data, error, refetch } = useApi<OutcomesReply>(paths.outcomes(caseId))
  const [another, setAnother] = useState(false)
  if (data === undefined) return error === null ? <Loading /> : <ErrorState error={error} onAgain={refetch} />
  const waiting = data.claims.filter((claim) => claim.state === 'waiting')
  return (
    <>
      {waiting.map((claim) => (
        <Panel key={claim.claimId} title={text('claim.papers')}>
          <ClaimEvidence caseId={caseId} claim={claim} />
        </Panel>
      ))}
      {waiting.length > 0 && !another ? (
        <p>
          <button className="k-plain-button k-bordered" type="button" onClick={() => setAnother(true)}>
            {text('claim.another')}
          </button>
        </p>
      ) : (
        <ClaimForm key={data.claims.length} caseId={caseId} known={data} onSent={() => setAnother(false)} />
      )}
    </>
  )
}

function ClaimForm({ caseId, known, onSent }: { caseId: string; known: OutcomesReply; onSent: () => void }) {
  const text = useText()
  const { today } = useSignedIn()
  const notice = useNotice()
  const checked = useCheck()
  const signal = known.signals[0]
  const refused: ClaimView | undefined = known.claims.find((claim) => claim.state === 'refused')
  const form = useForm({
    initial: {
      kind: signal?.kind ?? 'work',
      subsidised: false,
      percent: signal?.extentPercent ? String(signal.extentPercent) : '',
      firstDay: signal?.startsOn ?? '',
      lastDay: '',
      employer: signal?.employer ?? '',
      organisationNumber: '',
      occupation: '',
    },
    send: (values, written) => post(paths.claims(caseId), sent(values, refused?.claimId), written),
    check: (values) =>
      checked(values, {
        firstDay: ['day', text('outcome.first-day')],
        lastDay: ['day?', text('claim.last-day')],
        percent: ['number?', text('outcome.extent')],
        employer: ['text', text(values.kind === 'studies' ? 'claim.school' : 'outcome.employer')],
      }),
    changes: changedBy(caseId),
    onDone: () => {
      notice.tell({ what: text('claim.sent'), seenBy: text('claim.seen-by') })
      onSent()
    },
  })
  const isStudies = form.values.kind === 'studies'
  const known1 = signal !== undefined
  return (
    <Panel title={text('claim.what')}>
      {refused?.reason && (
        <p className="k-note k-note-care">
          {text('claim.refused-because')} <bdi>{refused.reason}</bdi>
        </p>
      )}
      <Form form={form} submit={text(refused === undefined ? 'claim.submit' : 'claim.submit-again')}>
        <ChoiceInput
          form={form}
          name="kind"
          label={text('outcome.kind')}
          known={known1}
          choices={(['work', 'studies'] as const).map((one) => ({ value: one, label: text(`outcome.${one}`) }))}
        />
        <DayInput form={form} name="firstDay" label={text('outcome.first-day')} known={known1} example={today} />
        <DayInput
          form={form}
          name="lastDay"
          label={text('claim.last-day')}
          help={text('claim.last-day-help')}
          optional
          example={today}
        />
        <TextInput
          form={form}
          name="percent"
          label={text(isStudies ? 'claim.pace' : 'outcome.extent')}
          help={text('outcome.extent-help')}
          inputMode="numeric"
          optional
        />
        <TextInput
          form={form}
          name="employer"
          label={text(isStudies ? 'claim.school' : 'outcome.employer')}
          known={known1 && signal.employer !== null}
        />
        <TextInput
          form={form}
          name="organisationNumber"
          label={text('claim.organisation-number')}
          help={text('claim.organisation-number-help')}
          optional
        />
        {!isStudies && (
          <>
            <TextInput form={form} name="occupation" label={text('claim.occupation')} optional />
            <CheckInput form={form} name="subsidised" label={text('claim.subsidised')} />
          </>
        )}
      </Form>
    </Panel>
  )
}

type Values = {
  kind: string
  subsidised: boolean
  percent: string
  firstDay: string
  lastDay: string
  employer: string
  organisationNumber: string
  occupation: string
}

function sent(values: Values, replaces: string | undefined) {
  const { kind, subsidised, percent, firstDay, lastDay, employer, organisationNumber, occupation } = values
  const share = percent.trim() === '' ? null : typedNumber(percent)
  return {
    kind,
    subsidised: kind === 'work' && subsidised,
    extentPercent: kind === 'work' ? share : null,
    pacePercent: kind === 'studies' ? share : null,
    firstDay,
    lastDay: lastDay || null,
    employer,
    organisationNumber: organisationNumber.trim() || null,
    occupation: occupation.trim() || null,
    replaces: replaces ?? null,
  }
}
