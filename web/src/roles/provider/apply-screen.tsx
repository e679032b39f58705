import { Button } from '@midas-ds/components/button'
import { Link, useNavigate } from '@tanstack/react-router'
import { type Day, day } from '../../../../src/kernel/day.ts'
import type { ApplicationListed, TermsReply } from '../../../../src/modules/admission/contract.ts'
import { post } from '../../api/client.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'

type Terms = Omit<TermsReply, 'content' | 'mayDecide'>
const kinds = { draft: 'coming', sent: 'waiting', decided: 'done', withdrawn: 'stopped' } as const

/** Where an organisation finds the terms that are open, begins an application and follows its own. */
export function ApplyScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const english = useLanguage().language === 'en'
  const columns: Column<ApplicationListed>[] = [
    {
      title: text('column.application'),
      cell: (one) => (
        <Link to={`/app/provider/apply/${one.applicationId}`}>{english ? one.termsTitleEn : one.termsTitleSv}</Link>
      ),
    },
    {
      title: text('column.state'),
      cell: (one) => <Status kind={kinds[one.state]} label={text(`state.${one.state}`)} />,
    },
    { title: text('column.sent'), cell: (one) => (one.sentOn === null ? '' : format.day(day(one.sentOn))) },
    { title: text('column.due'), cell: (one) => (one.dueOn === null ? '' : format.day(day(one.dueOn))) },
  ]
  return (
    <Screen title={text('apply.title')} lead={text('apply.lead')}>
      <OpenTerms />
      <h2>{text('apply.own')}</h2>
      <List<ApplicationListed>
        path="/applications"
        empty={<EmptyState title={text('apply.own-empty')} words={text('apply.own-empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('apply.own')} rows={items} keyOf={(one) => one.applicationId} columns={columns} />
        )}
      </List>
    </Screen>
  )
}

function OpenTerms() {
  const text = useAdmissionText()
  const terms = useApiPage<Terms>('/tender-terms', { page: 1, limit: 100 })
  const own = useApiPage<ApplicationListed>('/applications', { page: 1, limit: 100 })
  const begun = new Set(own.data?.items.filter((one) => one.state !== 'withdrawn').map((one) => one.termsId))
  const open = terms.data?.items.filter((one) => one.takesApplications && !begun.has(one.termsId)) ?? []
  if (terms.data === undefined)
    return terms.error === null ? <Loading lines={3} /> : <ErrorState error={terms.error} onAgain={terms.refetch} />
  return (
    <Panel title={text('apply.open')}>
      {open.length === 0 ? (
        <EmptyState title={text('apply.none-open')} words={text('apply.none-open-words')} />
      ) : (
        <ul className="k-plain-list k-rows">
          {open.map((one) => (
            <OpenTerm key={one.termsId} terms={one} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function OpenTerm({ terms }: { terms: Terms }) {
  const text = useAdmissionText()
  const format = useFormat()
  const notice = useNotice()
  const navigate = useNavigate()
  const english = useLanguage().language === 'en'
  const { run, pending, problem } = useSend<null, { id: string }>({
    send: (_, written) => post<{ id: string }>('/applications', { termsId: terms.termsId }, written),
    changes: ['/applications'],
  })
  const begin = async () => {
    const answer = await run(null)
    if (!answer.done) return
    notice.tell({ what: text('apply.begun'), seenBy: text('draft.seen-by') })
    void navigate({ to: `/app/provider/apply/${answer.value.id}` })
  }
  const last = terms.applyLastDay as Day | null
  return (
    <li className="k-stack">
      <p>
        <strong>{english ? terms.titleEn : terms.titleSv}</strong>
        <span className="k-block k-quiet">
          {last === null ? text('apply.until-further') : text('apply.until', { day: format.day(last) })}
        </span>
      </p>
      <ProblemNote problem={problem} />
      <div className="k-row">
        <Button isPending={pending} onPress={() => void begin()}>
          {text('apply.begin')}
        </Button>
        <Link to={`/app/provider/terms/${terms.termsId}`}>{text('apply.read-terms')}</Link>
      </div>
    </li>
  )
}
