import { Link } from '@tanstack/react-router'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useText } from './texts.ts'

/** What this role will find here, and what can be read already. */
export function HomeScreen() {
  const text = useText()
  return (
    <Screen title={text('home.title')} lead={text('home.lead')}>
      <EmptyState
        title={text('home.empty')}
        words={text('home.empty-words')}
        action={
          <a className="k-button-link" href="/">
            {text('home.action')}
          </a>
        }
      />
      <Panel title={text('home.already')}>
        <ul className="k-plain-list k-rows">
          <li>
            <Link to="/app/rules">{text('home.rules')}</Link>
            <p className="k-quiet k-small">{text('home.rules-words')}</p>
          </li>
          <li>
            <a href="/">{text('home.catalogue')}</a>
            <p className="k-quiet k-small">{text('home.catalogue-words')}</p>
          </li>
          <li>
            <a href="/tackning">{text('home.coverage')}</a>
            <p className="k-quiet k-small">{text('home.coverage-words')}</p>
          </li>
          <li>
            <a href="/api/">{text('home.api')}</a>
            <p className="k-quiet k-small">{text('home.api-words')}</p>
          </li>
        </ul>
      </Panel>
    </Screen>
  )
}
