import { Link } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { ProviderMoneyReply } from '../../../../src/modules/compensation/contract/provider-money.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { whyWords } from '../../ui/task-words.ts'
import { screens, waitsForOthers } from './paths.ts'
import { useText } from './texts.ts'

/** The four answers first: what is coming, what is held up and by what, what will be taken back, what is on its way or paid. */
export function MoneySums({ money }: { money: ProviderMoneyReply }) {
  return (
    <div className="k-beside">
      <Expected money={money} />
      <Blocked money={money} />
      {money.sums.clawback.lines > 0 && <TakenBack money={money} />}
      <Posted money={money} />
    </div>
  )
}

function Expected({ money: { sums, month: of } }: { money: ProviderMoneyReply }) {
  const text = useText()
  const format = useFormat()
  const total = sums.ready.ore + sums.expected.ore
  return (
    <Panel title={text('money.expected', { month: format.month(month(of)) })}>
      <p className="k-figure">
        <Money ore={total} />
      </p>
      <ul className="k-plain-list">
        <li>{text('money.sum-ready', { n: sums.ready.lines, amount: format.kronor(sums.ready.ore) })}</li>
        <li>{text('money.sum-expected', { n: sums.expected.lines, amount: format.kronor(sums.expected.ore) })}</li>
      </ul>
    </Panel>
  )
}

/** What holds amounts up, how much, and the way to what unblocks it. */
function Blocked({ money }: { money: ProviderMoneyReply }) {
  const text = useText()
  const say = useTaskText()
  const format = useFormat()
  const { blocked, questions, sums } = money
  return (
    <Panel title={text('money.blocked')}>
      <p className="k-figure">
        <Money ore={sums.blocked.ore} />
      </p>
      {blocked.length === 0 && questions.length === 0 && <Status kind="done" label={text('money.nothing-blocked')} />}
      <ul className="k-plain-list k-rows">
        {blocked.map((one) => (
          <li key={one.why}>
            <Status
              kind={waitsForOthers.has(one.why) ? 'waiting' : 'late'}
              label={text('money.blocked-by', { why: text(`why.${one.why}` as never), amount: format.kronor(one.ore) })}
            />
            <p className="k-small">
              {text(`unblock.${one.why}` as never)}{' '}
              {reportWhys.has(one.why) && <Link to={screens.reports}>{text('money.to-reports')}</Link>}
            </p>
          </li>
        ))}
        {questions.map((one) => (
          <li key={one.caseId}>
            <Status kind="stopped" label={text('money.question')} />
            <p className="k-small">
              <bdi>{one.participant ?? text('money.hidden-person')}</bdi>: {whyWords({ code: one.code }, say, format)}.{' '}
              {text('money.question-words')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const reportWhys: ReadonlySet<string> = new Set(['report-missing', 'report-not-signed', 'report-not-approved'])

function TakenBack({ money: { sums } }: { money: ProviderMoneyReply }) {
  const text = useText()
  return (
    <Panel title={text('money.clawback')}>
      <p className="k-figure">
        <Money ore={sums.clawback.ore} />
      </p>
      <p>{text('money.clawback-words', { n: sums.clawback.lines })}</p>
    </Panel>
  )
}

function Posted({ money: { posted } }: { money: ProviderMoneyReply }) {
  const text = useText()
  const format = useFormat()
  return (
    <Panel title={text('money.posted')}>
      <ul className="k-plain-list">
        <li>{text('money.waits', { n: posted.waiting.lines, amount: format.kronor(posted.waiting.ore) })}</li>
        <li>{text('money.approved', { n: posted.approved.lines, amount: format.kronor(posted.approved.ore) })}</li>
      </ul>
    </Panel>
  )
}
