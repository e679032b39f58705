import './hours-shares.css'
import type { Day } from '../../../src/kernel/day.ts'
import type { AnsweredHours, HoursByCompany } from '../../../src/modules/delivery/contract/answered-hours.ts'
import type { LogItem } from '../../../src/modules/delivery/contract.ts'
import { useHoursText } from '../language/hours-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { percentOf } from './percent-of.ts'

/** Whose eyes: the participant's own, or those of who works with the case. */
type Reader = 'own' | 'staff'

const companies = ['adviser', 'provider-staff', 'other-actor', 'own'] as const

/** Activities are kept in quarters and stand as they are; meetings in minutes, and a tenth of an hour is near enough. */
const hoursIn = (hours: number) => (Number.isInteger(hours * 4) ? hours : Math.round(hours * 10) / 10)

type Props = { hours: AnsweredHours; reader: Reader }

/** Hours that count, how many are confirmed, and by whom the time was with (programme 4.5, Confirmation). */
export function HoursShares({ hours, reader }: Props) {
  const text = useHoursText()
  const format = useFormat()
  const { all, confirmed, unanswered, disputed } = hours
  return (
    <div className="k-stack">
      <p>
        <strong>
          {text(`sum.${reader}`, { all: hoursIn(all), percent: format.number(percentOf(confirmed, all)) })}
        </strong>
        {unanswered > 0 && ` ${text('unanswered', { hours: hoursIn(unanswered) })}`}
        {disputed > 0 && ` ${text('disputed', { hours: hoursIn(disputed) })}`}
      </p>
      <CompanyShares byCompany={hours.byCompany} reader={reader} />
    </div>
  )
}

/** A bar for each whom the time was with: how long, and how much of it is confirmed. The same stands in words beside it; a
 * copy kept on a device may be from before it was derived. */
export function CompanyShares({ byCompany, reader }: { byCompany: HoursByCompany | undefined; reader: Reader }) {
  const text = useHoursText()
  const format = useFormat()
  const rows = companies.flatMap((company) => {
    const spent = byCompany?.[company]
    return spent === undefined || spent.all === 0 ? [] : [{ company, ...spent }]
  })
  if (rows.length === 0) return null
  const most = Math.max(...rows.map((row) => row.all))
  return (
    <ul className="k-plain-list k-shares">
      {rows.map(({ company, all, confirmed }) => (
        <li key={company}>
          <span>{text(company === 'adviser' ? `with.adviser.${reader}` : `with.${company}`)}</span>
          <span className="k-quiet">
            {text('row', { all: hoursIn(all), percent: format.number(percentOf(confirmed, all)) })}
          </span>
          <span className="k-share" aria-hidden="true" style={{ inlineSize: `${percentOf(all, most)}%` }}>
            <span style={{ inlineSize: `${percentOf(confirmed, all)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Why a dispute was settled as it was, in the words of whoever settled it. */
export function SettledWhy({ why }: { why: string | null }) {
  const text = useHoursText()
  if (why === null) return null
  return (
    <p className="k-small">
      {text('settled-why')} <bdi>{why}</bdi>
    </p>
  )
}

/** That staff wrote the answer down, who and when: seen wherever the answer is. */
export function OnBehalf({ onBehalf, reader }: { onBehalf: LogItem['onBehalf']; reader: Reader }) {
  const text = useHoursText()
  const format = useFormat()
  if (onBehalf === null) return null
  return (
    <p className="k-quiet k-small">
      {text.rich(`on-behalf.${reader}`, {
        name: <bdi>{onBehalf.by ?? text('somebody')}</bdi>,
        day: format.day(onBehalf.on as Day),
      })}
    </p>
  )
}
