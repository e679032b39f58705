import '../../ui/dialogue/dialogue.css'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { BackHome } from './back-home.tsx'
import { Answer } from './own-case.tsx'

type Props<Item> = {
  title: string
  lead: string
  /** Where what was told before is read, and the new is sent. */
  path: string
  before: string
  none: string
  idOf: (item: Item) => string
  /** A new form after each sending. */
  form: (onDone: () => void) => ReactNode
  children: (item: Item) => ReactNode
}

/** Something to tell the employment service, and below it what one has told before with the answers. */
export function ToldBefore<Item>({ title, lead, path, before, none, idOf, form, children }: Props<Item>) {
  const [sent, setSent] = useState(0)
  const told = useApi<{ items: readonly Item[] }>(path)
  return (
    <Screen title={title} lead={lead}>
      <Panel key={sent}>{form(() => setSent(sent + 1))}</Panel>
      <Panel title={before}>
        <Answer of={told} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="k-quiet">{none}</p>
            ) : (
              <ul className="k-plain-list k-stack">
                {items.map((item) => (
                  <li key={idOf(item)}>{children(item)}</li>
                ))}
              </ul>
            )
          }
        </Answer>
      </Panel>
      <BackHome />
    </Screen>
  )
}
