import { day } from '../../../../src/kernel/day.ts'
import { instant } from '../../../../src/kernel/instant.ts'
import type { ChecksReply, CheckView } from '../../../../src/modules/oversight/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { ConfirmButton } from '../confirm.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { useToolPath } from './addresses.ts'
import { useCodeText, useToolText } from './texts.ts'
import { ToolLinks } from './tool-links.tsx'

type Outcome = NonNullable<CheckView['outcome']>
type Mattering = Outcome['matters'][number]

const askAgainMs = 2000

/** Does the same case get the same answer? The latest check first, then what does matter, then every check there has been. */
export function ChecksScreen() {
  const text = useToolText()
  const format = useFormat()
  const { keepsFile } = useToolPath()
  const waiting = useApi<ChecksReply>('/oversight/checks')
  const runs = waiting.data?.items.some((one) => one.endedAt === null) ?? false
  const { data, error, refetch } = useApi<ChecksReply>('/oversight/checks', {}, { everyMs: runs && askAgainMs })
  const latest = data?.items.find((one) => one.outcome !== null)
  return (
    <Screen title={text('checks.title')} lead={text('checks.lead')}>
      <ToolLinks />
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <Panel title={text('checks.latest')}>
            {runs && <p role="status">{text('checks.running')}</p>}
            {latest?.outcome ? (
              <Latest check={latest} outcome={latest.outcome} />
            ) : (
              <EmptyState title={text('checks.empty')} words={text('checks.empty-words')} />
            )}
            <p>{text('checks.due', { day: format.day(day(data.dueOn)) })}</p>
            {keepsFile && (
              <div className="k-row">
                <Run cases={data.cases} variants={data.variants} />
              </div>
            )}
          </Panel>
          {latest?.outcome && <Matters matters={latest.outcome.matters} />}
          {data.items.length > 0 && <Earlier checks={data.items} />}
        </>
      )}
    </Screen>
  )
}

function Latest({ check, outcome }: { check: CheckView; outcome: Outcome }) {
  const text = useToolText()
  const format = useFormat()
  const alike = outcome.differing === 0 && outcome.unsorted.length === 0
  const broken = check.seals?.broken.length ?? 0
  return (
    <>
      <p className="k-h2">
        {alike
          ? text('checks.alike', { variants: format.number(outcome.variants), cases: format.number(outcome.cases) })
          : text('checks.differs', { n: format.number(outcome.differing), variants: format.number(outcome.variants) })}
      </p>
      {outcome.blamed.length > 0 && <p>{text('checks.blamed', { fields: outcome.blamed.join(', ') })}</p>}
      {outcome.unsorted.length > 0 && <p>{text('checks.unsorted', { fields: outcome.unsorted.join(', ') })}</p>}
      <p>
        <Status kind={alike ? 'done' : 'late'} label={text(alike ? 'checks.good' : 'checks.bad')} />{' '}
        <Status
          kind={broken === 0 ? 'done' : 'late'}
          label={
            broken === 0
              ? text('checks.seals', { n: check.seals?.seals ?? 0 })
              : text('checks.seals-broken', { n: broken })
          }
        />
      </p>
      <p className="k-quiet">{text('checks.changed')}</p>
      <p className="k-quiet k-small">
        {text('checks.record', {
          when: check.endedAt === null ? '' : format.instant(instant(check.endedAt)),
          who: check.requestedByName ?? '',
          model: check.model ?? '',
          window: check.windowNumber ?? 0,
          seed: String(check.seed),
        })}
      </p>
    </>
  )
}

function Run({ cases, variants }: { cases: number; variants: number }) {
  const text = useToolText()
  const format = useFormat()
  const notice = useNotice()
  const { run, pending, problem } = useSend({
    send: (body: object, written) => post('/oversight/checks', body, written),
    changes: ['/oversight/checks'],
  })
  const start = async () => {
    const answer = await run({})
    if (answer.done) notice.tell({ what: text('run.done') })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('run.effect')}
      title={text('run.title')}
      words={text('run.words', { cases: format.number(cases), variants: format.number(variants) })}
      run={start}
      pending={pending}
      problem={problem}
    />
  )
}

/** What does matter: how much the chance moves when the fact alone is another. */
function Matters({ matters }: { matters: readonly Mattering[] }) {
  const text = useToolText()
  const say = useCodeText()
  const format = useFormat()
  const columns: Column<Mattering>[] = [
    {
      title: text('matters.fact'),
      cell: (one) => (
        <>
          {say('fact', one.fact)}
          {one.sensitive && <span className="k-quiet k-small k-block">{text('matters.sensitive')}</span>}
        </>
      ),
    },
    {
      title: text('matters.most'),
      kind: 'number',
      cell: (one) => text('matters.points', { n: format.number(Math.round(one.most * 1000) / 10) }),
    },
    {
      title: text('matters.moved'),
      kind: 'number',
      cell: (one) => text('matters.of', { n: one.moved, all: one.cases }),
    },
    {
      title: text('matters.decided'),
      kind: 'number',
      cell: (one) => text('matters.of', { n: one.decided, all: one.cases }),
    },
  ]
  return (
    <Panel title={text('matters.title')}>
      <p>{text('matters.words')}</p>
      <CardTable caption={text('matters.title')} rows={matters} keyOf={(one) => one.fact} columns={columns} />
    </Panel>
  )
}

function Earlier({ checks }: { checks: readonly CheckView[] }) {
  const text = useToolText()
  const format = useFormat()
  const columns: Column<CheckView>[] = [
    { title: text('checks.asked'), cell: (one) => format.instant(instant(one.requestedAt)) },
    { title: text('sample.by'), cell: (one) => <bdi>{one.requestedByName ?? '–'}</bdi> },
    { title: text('checks.model'), cell: (one) => one.model ?? '–' },
    {
      title: text('checks.differing'),
      kind: 'number',
      cell: (one) => (one.outcome === null ? text('checks.waiting') : format.number(one.outcome.differing)),
    },
  ]
  return (
    <Panel title={text('checks.all')}>
      <CardTable caption={text('checks.all')} rows={checks} keyOf={(one) => one.checkId} columns={columns} />
    </Panel>
  )
}
