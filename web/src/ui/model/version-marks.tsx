import './model.css'
import type { ModelView, TermView } from '../../../../src/modules/assessment/contract/models.ts'
import { useFormat } from '../../language/use-format.ts'
import { Status, type StatusKind } from '../status.tsx'
import { useModelText } from './texts.ts'

const kinds: Readonly<Record<ModelView['state'], StatusKind>> = {
  shipped: 'done',
  counting: 'waiting',
  draft: 'coming',
  sent: 'waiting',
  approved: 'coming',
  answering: 'done',
  returned: 'stopped',
  withdrawn: 'stopped',
}

/** Where a version stands, in a word and a shape. */
export function VersionState({ version }: { version: ModelView }) {
  const text = useModelText()
  const format = useFormat()
  const day = version.fromDay === null ? '' : format.day(version.fromDay as Parameters<typeof format.day>[0])
  const label = version.inForce ? text('state.in-force') : text(`state.${version.state}`, { day })
  return <Status kind={kinds[version.state]} label={label} />
}

/** Says loudly that a model was trained on invented people. */
export function SyntheticNote({ version }: { version: ModelView }) {
  const text = useModelText()
  if (!version.synthetic) return null
  return (
    <div className="k-synthetic">
      <strong>{text('synthetic')}</strong>
      <p className="k-small">{text('synthetic-words')}</p>
    </div>
  )
}

/** What is to be known of a variable before its curve is read. */
export function TermMarks({ term }: { term: TermView }) {
  const text = useModelText()
  const marks = [
    ...(term.sensitive ? (['mark.sensitive'] as const) : []),
    ...(term.bound === null ? [] : [`mark.${term.bound}` as const]),
    ...(term.edited ? (['mark.edited'] as const) : []),
  ]
  if (marks.length === 0) return <>–</>
  return (
    <ul className="k-marks">
      {marks.map((mark) => (
        <li key={mark} className="k-mark">
          {text(mark)}
        </li>
      ))}
    </ul>
  )
}
