import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { TermsReply } from '../../../../src/modules/admission/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { List } from '../list.tsx'
import { Screen } from '../screen.tsx'
import { EmptyState } from '../states.tsx'
import { Status } from '../status.tsx'
import { useAdmissionText } from './texts.ts'

type Terms = Omit<TermsReply, 'content' | 'mayDecide'>
const kinds = { drafted: 'waiting', published: 'done', returned: 'stopped' } as const

/** Every version of the tender terms, the latest first. */
export function TermsScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const { duty } = useSignedIn()
  const english = useLanguage().language === 'en'
  const columns: Column<Terms>[] = [
    {
      title: text('terms.title'),
      cell: (one) => (
        <Link to={`/app/${duty.role}/terms/${one.termsId}`}>
          {text('terms.version', { n: one.version })}: {english ? one.titleEn : one.titleSv}
        </Link>
      ),
    },
    {
      title: text('column.state'),
      cell: (one) => (
        <Status
          kind={kinds[one.state]}
          label={text(`terms.state-${one.state}`, {
            day: one.publishedOn === null ? '' : format.day(day(one.publishedOn)),
          })}
        />
      ),
    },
    {
      title: text('terms.applications'),
      cell: (one) => format.days(day(one.applyFrom), one.applyLastDay === null ? null : day(one.applyLastDay)),
    },
    { title: text('terms.by'), cell: (one) => <bdi>{one.draftedByName}</bdi> },
  ]
  return (
    <Screen
      title={text('terms.title')}
      lead={text('terms.lead')}
      action={
        <Link className="k-button-link k-secondary" to={`/app/${duty.role}/terms/new`}>
          {text('terms.new')}
        </Link>
      }
    >
      <List<Terms>
        path="/tender-terms"
        empty={<EmptyState title={text('terms.empty')} words={text('terms.empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('terms.title')} rows={items} keyOf={(one) => one.termsId} columns={columns} />
        )}
      </List>
    </Screen>
  )
}
