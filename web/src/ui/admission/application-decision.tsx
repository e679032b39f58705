import { day } from '../../../../src/kernel/day.ts'
import type { ApplicationReply } from '../../../../src/modules/admission/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../screen.tsx'
import { Status } from '../status.tsx'
import { useAdmissionText } from './texts.ts'

/** The decision area by area, its reasons, and how it can be appealed. */
export function ApplicationDecision({ decision }: { decision: NonNullable<ApplicationReply['decision']> }) {
  const text = useAdmissionText()
  const areaName = useAreaName()
  const format = useFormat()
  const english = useLanguage().language === 'en'
  const admitted = decision.areas.some((one) => one.outcome === 'admitted')
  return (
    <Panel title={`${text('decision.title')} ${format.day(day(decision.onDay))}`}>
      <p>
        <bdi>{decision.reason}</bdi>
      </p>
      <ul className="k-plain-list k-rows">
        {decision.areas.map((one) => (
          <li key={one.areaCode} className="k-stack">
            <p>
              <strong>{areaName(one.areaCode)}</strong>{' '}
              <Status kind={one.outcome === 'admitted' ? 'done' : 'stopped'} label={text(`decision.${one.outcome}`)} />
            </p>
            {one.grounds.length > 0 && (
              <ul>
                {one.grounds.map((ground) => (
                  <li key={ground.requirement}>
                    {english ? ground.en : ground.sv} <bdi>{ground.reason}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {admitted && <p>{text('decision.contract')}</p>}
      <h3>{text('decision.appeal')}</h3>
      <p>
        <bdi>{english ? decision.appealEn : decision.appealSv}</bdi>
      </p>
    </Panel>
  )
}
