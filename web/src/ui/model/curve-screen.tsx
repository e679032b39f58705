import { Link, useParams } from '@tanstack/react-router'
import type { CurveReply } from '../../../../src/modules/assessment/contract/models.ts'
import { useApi } from '../../api/use-api.ts'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { useModelPath } from './addresses.ts'
import { CurveEdit } from './curve-edit.tsx'
import { CurvePicture } from './curve-picture.tsx'
import { PairCells } from './pair-cells.tsx'
import { useModelText } from './texts.ts'
import { SyntheticNote, TermMarks, VersionState } from './version-marks.tsx'

/** One variable's curve, or what two mean together; the keeper of the model changes it here. */
export function CurveScreen() {
  const text = useModelText()
  const path = useModelPath()
  const { model = '', place = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<CurveReply>(`/models/${model}/terms/${place}`)
  return (
    <Screen
      title={data === undefined ? text('terms.title') : text('curve.title', { term: data.term.label })}
      lead={text('curve.lead')}
      action={<Link to={path.model(model)}>{text('curve.back')}</Link>}
    >
      {data === undefined && (error === null ? <Loading lines={10} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && <Curve reply={data} />}
    </Screen>
  )
}

function Curve({ reply }: { reply: CurveReply }) {
  const text = useModelText()
  const { version, term, pair } = reply
  const edit = version.actions.find((one) => one.name === 'editModel')
  return (
    <>
      <Panel>
        <p className="k-row">
          <strong>{version.model}</strong> <VersionState version={version} />
        </p>
        <SyntheticNote version={version} />
        {(term.sensitive || term.bound !== null || term.edited) && <TermMarks term={term} />}
        {term.sensitive && <p className="k-note">{text('curve.sensitive')}</p>}
        {term.bound === 'never-rises' && <p className="k-note">{text('curve.never-rises')}</p>}
        {pair === null ? <CurvePicture reply={reply} /> : <PairCells pair={pair} caption={term.label} />}
      </Panel>
      {edit?.allowed === true && <CurveEdit reply={reply} key={term.name} />}
    </>
  )
}
