import { Link } from '@tanstack/react-router'
import type { AdvisersReply } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { languagesIn } from './application-values.ts'
import { ChangeAdviser } from './change-adviser.tsx'
import { useOwnSystemText } from './own-system-texts.ts'
import { screens } from './paths.ts'
import { typedNumber } from './typed-number.ts'

type Address = AdvisersReply['addresses'][number]
type Adviser = Address['advisers'][number]
const path = '/provider/advisers'

/** Who meets participants at each address, and how many participants they may have. */
export function AdvisersScreen() {
  const text = useAdmissionText()
  const say = useOwnSystemText()
  const { duty } = useSignedIn()
  const { data, error, refetch } = useApi<AdvisersReply>(path)
  return (
    <Screen title={text('advisers.title')} lead={text('advisers.lead')}>
      {duty.role === 'coordinator' && (
        <p>
          <Link to={screens.moveCaseload}>{say('move.link')}</Link>
        </p>
      )}
      {data === undefined &&
        error !== null &&
        (error.status === 404 ? (
          <EmptyState title={text('advisers.empty')} words={text('advisers.empty-words')} />
        ) : (
          <ErrorState error={error} onAgain={refetch} />
        ))}
      {data === undefined && error === null && <Loading lines={6} />}
      {data?.addresses.length === 0 && (
        <EmptyState title={text('advisers.empty')} words={text('advisers.empty-words')} />
      )}
      {data?.addresses.map((address) => (
        <AddressStaff key={address.addressId} address={address} perAdviser={data.perAdviser} />
      ))}
    </Screen>
  )
}

function AddressStaff({ address, perAdviser }: { address: Address; perAdviser: number | null }) {
  const text = useAdmissionText()
  const languages = useLanguages()
  const { duty } = useSignedIn()
  const { taken, mostParticipants, advisers } = address
  return (
    <Panel title={`${address.street}, ${address.locality}`}>
      <p>
        {perAdviser === null || mostParticipants === null
          ? text('advisers.no-limit', { taken })
          : text('advisers.limit', { most: mostParticipants, perAdviser, taken })}
      </p>
      {advisers.length === 0 && <p className="k-quiet">{text('advisers.none')}</p>}
      <ul className="k-plain-list k-rows">
        {advisers.map((one) => (
          <li key={one.adviserId} className="k-row k-row-apart">
            <span>
              <strong>
                <bdi>{one.name}</bdi>
              </strong>
              , {text('advisers.share', { percent: one.fullTimePercent })}
              <span className="k-block k-quiet k-small">
                {one.languages.map((code) => nameIn(languages.data, code)).join(', ')}
              </span>
            </span>
            {duty.role === 'coordinator' && (
              <div className="k-stack">
                <details className="k-why">
                  <summary>{text('advisers.change', { name: one.name })}</summary>
                  <div className="k-why-body">
                    <ChangeAdviser key={one.adviserId} addressId={address.addressId} adviser={one} />
                  </div>
                </details>
                <RemoveAdviser addressId={address.addressId} adviser={one} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {duty.role === 'coordinator' && (
        <details className="k-why">
          <summary>
            {text('advisers.add')}
            <span className="k-only-read"> {address.street}</span>
          </summary>
          <div className="k-why-body">
            <AddAdviser key={advisers.length} addressId={address.addressId} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function RemoveAdviser({ addressId, adviser }: { addressId: string; adviser: Adviser }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { name, languages, orientations, adviserId: replaces } = adviser
  const { run, pending, problem } = useSend<null, unknown>({
    send: (_, written) =>
      post(path, { addressId, name, languages, orientations, fullTimePercent: 0, replaces }, written),
    changes: [path],
  })
  const remove = async () => {
    const answer = await run(null)
    if (answer.done) notice.tell({ what: text('advisers.left', { name }), seenBy: text('advisers.seen-by') })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('advisers.remove', { name })}
      title={text('advisers.remove-title', { name })}
      words={text('advisers.remove-words')}
      run={remove}
      pending={pending}
      problem={problem}
      variant="secondary"
    />
  )
}

function AddAdviser({ addressId }: { addressId: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const languages = useLanguages().data?.items ?? []
  const form = useForm({
    initial: { name: '', fullTimePercent: '', languages: '' },
    check: (values) => {
      const { unknown } = languagesIn(values.languages, languages)
      return [
        ...(values.name.trim() === ''
          ? [{ field: 'name' as const, title: text('terms.missing', { label: text('draft.name') }) }]
          : []),
        ...(typedNumber(values.fullTimePercent) === null
          ? [
              {
                field: 'fullTimePercent' as const,
                title: text('draft.not-a-number', { label: text('draft.percent') }),
              },
            ]
          : []),
        ...(unknown === null
          ? []
          : [{ field: 'languages' as const, title: text('draft.languages-unknown', { name: unknown }) }]),
      ]
    },
    send: ({ name, fullTimePercent, languages: typed }, written) =>
      post(
        path,
        {
          addressId,
          name,
          fullTimePercent: typedNumber(fullTimePercent),
          languages: languagesIn(typed, languages).codes,
          orientations: [],
        },
        written,
      ),
    changes: [path],
    onDone: (_, { name }) => notice.tell({ what: text('advisers.saved', { name }), seenBy: text('advisers.seen-by') }),
  })
  return (
    <Form form={form} submit={text('advisers.add-submit')}>
      <TextInput form={form} name="name" label={text('draft.name')} />
      <TextInput form={form} name="fullTimePercent" label={text('draft.percent')} inputMode="numeric" />
      <TextInput
        form={form}
        name="languages"
        label={text('draft.languages')}
        help={text('draft.languages-help')}
        optional
      />
    </Form>
  )
}
