import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { Card } from './card.tsx'
import { MeetingCard } from './meeting-card.tsx'
import type { OwnFacts, Rest, Thing } from './next-thing.ts'
import { useText } from './texts.ts'

function CardLink({ to, search, children }: { to: string; search?: Record<string, string>; children: ReactNode }) {
  return (
    <p>
      <Link className="k-button-link k-wide" to={to} {...(search === undefined ? {} : { search: search as never })}>
        {children}
      </Link>
    </p>
  )
}

/** Before registration there is one thing to do. */
export function RegisterCard() {
  const text = useText()
  return (
    <Card title={text('next.register.title')} words={text('next.register.words')}>
      <CardLink to="/app/participant/register">{text('next.register.action')}</CardLink>
    </Card>
  )
}

type Props = { thing: Thing | null; rest: Rest; person: PersonPage; facts: OwnFacts }

export function NextCard({ thing, rest, person, facts }: Props) {
  return thing === null ? (
    <RestCard rest={rest} person={person} facts={facts} />
  ) : (
    <ThingCard thing={thing} person={person} />
  )
}

function ThingCard({ thing, person }: { thing: Thing; person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const caseworker = person.caseworkerName ?? text('caseworker.unknown')
  switch (thing.kind) {
    case 'notice':
      return (
        <Card title={text('next.notice.title')} words={text('next.notice.words')}>
          <CardLink to="/app/participant/notice">{text('next.notice.action')}</CardLink>
        </Card>
      )
    case 'choose':
      return thing.together ? (
        <Card title={text('next.choose-together.title')} words={text('next.choose-together.words', { caseworker })}>
          <CardLink to="/app/participant/choose">{text('next.choose.action')}</CardLink>
        </Card>
      ) : (
        <Card
          title={text('next.choose.title', { day: format.dayWithWeekday(thing.dueOn) })}
          words={text('next.choose.words')}
        >
          <CardLink to="/app/participant/choose">{text('next.choose.action')}</CardLink>
        </Card>
      )
    case 'meeting':
      return <MeetingCard meeting={thing.meeting} caseId={person.caseId} />
    case 'plan':
      return (
        <Card title={text('next.plan.title')} words={text('next.plan.words')}>
          <CardLink to="/app/participant/plan">{text('next.plan.action')}</CardLink>
        </Card>
      )
    case 'confirm': {
      const month = format.month(thing.month)
      return (
        <Card title={text('next.confirm.title')} words={text('next.confirm.words', { n: thing.count, month })}>
          <CardLink to="/app/participant/month" search={{ month: thing.month }}>
            {text('next.confirm.action', { month })}
          </CardLink>
        </Card>
      )
    }
    case 'report':
    case 'message':
    case 'answer':
      return <TalkCard thing={thing} />
  }
}

function TalkCard({ thing }: { thing: Extract<Thing, { kind: 'report' | 'message' | 'answer' }> }) {
  const text = useText()
  const format = useFormat()
  switch (thing.kind) {
    case 'report': {
      const words = thing.missed ? 'next.report.words-missed' : 'next.report.words'
      return (
        <Card
          title={text('next.report.title', { month: format.month(thing.month) })}
          words={text(words, { day: format.dayWithWeekday(thing.dueOn) })}
        >
          <CardLink to="/app/participant/report" search={{ month: thing.month }}>
            {text('next.report.action')}
          </CardLink>
        </Card>
      )
    }
    case 'message':
      return (
        <Card title={text('next.message.title', { n: thing.count })} words={text('next.message.words')}>
          <CardLink to="/app/participant/talk">{text('next.message.action')}</CardLink>
        </Card>
      )
    case 'answer':
      return (
        <Card title={text('waiting.answer')}>
          <CardLink to="/app/participant/ask">{text('ask.title')}</CardLink>
        </Card>
      )
  }
}

function RestCard({ rest, person, facts }: { rest: Rest; person: PersonPage; facts: OwnFacts }) {
  const text = useText()
  const format = useFormat()
  const caseworker = person.caseworkerName ?? text('caseworker.unknown')
  switch (rest.kind) {
    case 'closed':
      return <Card quiet title={text('next.closed.title')} words={text('next.closed.words')} />
    case 'meeting':
      return <MeetingCard meeting={rest.meeting} caseId={person.caseId} />
    case 'start':
      return (
        <Card
          quiet
          title={text('next.start.title', { day: format.dayWithWeekday(rest.day) })}
          words={text('next.start.words', { provider: rest.provider })}
        />
      )
    case 'in-service':
      return <Card quiet title={text('next.in-service.title')} words={text('next.in-service.words')} />
    case 'over':
      return (
        <Card
          quiet
          title={text('next.over.title')}
          words={text('next.over.words', { day: format.day(rest.day), caseworker })}
        >
          <CardLink to="/app/participant/started">{text('next.over.action')}</CardLink>
        </Card>
      )
    case 'assessed':
      return (
        <Card quiet title={text('next.assessed.title')} words={facts.explanation?.answer.text}>
          {facts.explanation?.answer.referable === true && <p>{text('next.assessed.decision')}</p>}
          <CardLink to="/app/participant/why">{text('next.assessed.action')}</CardLink>
        </Card>
      )
    case 'waiting':
      return <Card quiet title={text('next.waiting.title')} words={text('next.waiting.words', { caseworker })} />
  }
}
