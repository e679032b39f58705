import { addDays, type Day, firstDayOf, type Month, monthOf, nextMonth } from '../../../../src/kernel/day.ts'
import type { AnsweredHours } from '../../../../src/modules/delivery/contract/answered-hours.ts'
import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { codeWords } from '../../ui/case-steps.ts'
import { HoursShares, OnBehalf, SettledWhy } from '../../ui/hours-shares.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'
import { ToldAnswers } from './told-answers.tsx'
import { YesNoForm } from './yes-no-form.tsx'

type Log = { items: readonly LogItem[]; hours: AnsweredHours }
type Props = { caseId: string; month: Month; onMonth: (month: Month) => void; disputed: readonly Month[] }

/** A month as it was logged, and what the participant says about it; what is disputed is settled here. */
export function LogPanel({ caseId, month, onMonth, disputed: months }: Props) {
  const text = useText()
  const format = useFormat()
  const columns = useColumns()
  const nameOf = useItemName()
  const { data, error, refetch } = useApi<Log>(`/cases/${caseId}/log`, { month })
  const disputed = data?.items.filter((item) => item.answer === 'disputed') ?? []
  return (
    <Panel
      title={text('log.title', { month: format.month(month) })}
      action={
        <span className="k-row">
          <button
            className="k-plain-button"
            type="button"
            onClick={() => onMonth(monthOf(addDays(firstDayOf(month), -1)))}
          >
            {text('log.earlier')}
          </button>
          <button className="k-plain-button" type="button" onClick={() => onMonth(nextMonth(month))}>
            {text('log.later')}
          </button>
        </span>
      }
    >
      {months.some((one) => one !== month) && (
        <p className="k-row">
          {text('log.disputed-in')}
          {months.map((one) => (
            <button key={one} className="k-plain-button k-framed" type="button" onClick={() => onMonth(one)}>
              {format.month(one)}
            </button>
          ))}
        </p>
      )}
      {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={4} />)}
      {data?.items.length === 0 && <EmptyState title={text('log.none')} words={text('log.none-words')} />}
      {data !== undefined && data.items.length > 0 && (
        <>
          <HoursShares hours={data.hours} reader="staff" />
          <CardTable
            caption={text('log.title', { month: format.month(month) })}
            rows={data.items}
            keyOf={(item) => item.id}
            columns={columns}
          />
          <ToldAnswers caseId={caseId} month={month} items={data.items} nameOf={nameOf} />
        </>
      )}
      {disputed.map((item) => (
        <Settle key={item.id} caseId={caseId} item={item} />
      ))}
    </Panel>
  )
}

const signs: Readonly<Record<LogItem['answer'], StatusKind>> = {
  none: 'waiting',
  confirmed: 'done',
  disputed: 'late',
  'settled-stands': 'done',
  'settled-does-not-stand': 'stopped',
}

function useItemName() {
  const text = useText()
  const words = useStepText()
  return (item: LogItem): string =>
    item.code === null
      ? text('log.meeting', { minutes: Math.round(item.hours * 60) })
      : codeWords(words, 'activity', item.code)
}

function useColumns(): readonly Column<LogItem>[] {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  const nameOf = useItemName()
  return [
    { title: text('log.day'), cell: (item) => format.dayShort(item.onDay as Day) },
    {
      title: text('log.what'),
      cell: (item) => (
        <>
          {nameOf(item)}
          <span className="k-quiet k-small k-block">
            {codeWords(words, 'mode', item.mode)} · {text(`log.with.${item.withWhom}`)}
          </span>
          {!item.tookPlace && <Status kind="stopped" label={text('log.not-held')} />}
          {item.tookPlace && item.came !== 'yes' && <Status kind="late" label={text(`log.came.${item.came}`)} />}
        </>
      ),
    },
    { title: text('log.hours-title'), kind: 'number', cell: (item) => `${format.number(item.hours)} h` },
    {
      title: text('log.answer'),
      cell: (item) => (
        <>
          <Status kind={signs[item.answer]} label={text(`log.answer.${item.answer}`)} />
          {item.comment !== null && (
            <span className="k-small k-block">
              <bdi>{item.comment}</bdi>
            </span>
          )}
          <OnBehalf onBehalf={item.onBehalf} reader="staff" />
          <SettledWhy why={item.settledWhy} />
        </>
      ),
    },
  ]
}

function Settle({ caseId, item }: { caseId: string; item: LogItem }) {
  const text = useText()
  const format = useFormat()
  const nameOf = useItemName()
  if (item.confirmationId === null) return null
  return (
    <section className="k-stack" aria-label={text('dispute.title')}>
      <h3>{text('dispute.title')}</h3>
      <p>
        {nameOf(item)}, {format.day(item.onDay as Day)}
        {item.comment !== null && (
          <>
            : <bdi>{item.comment}</bdi>
          </>
        )}
      </p>
      <YesNoForm
        question={text('dispute.question')}
        effect={text('dispute.decide')}
        missing={text('dispute.missing')}
        why={{ name: 'why', label: text('dispute.why'), help: text('dispute.why-help') }}
        seenBy={text('dispute.seen-by')}
        changes={changedWith(caseId)}
        send={(body, written) => post(`/disputes/${item.confirmationId}/settlement`, body, written)}
        options={[
          {
            value: 'stands',
            label: text('dispute.stands'),
            effect: text('dispute.stands-effect'),
            done: text('dispute.stands-done'),
            needsWhy: true,
          },
          {
            value: 'does-not-stand',
            label: text('dispute.falls'),
            effect: text('dispute.falls-effect'),
            done: text('dispute.falls-done'),
            needsWhy: true,
          },
        ]}
      />
    </section>
  )
}
