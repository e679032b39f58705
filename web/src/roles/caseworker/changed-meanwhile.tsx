import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import type { CaseAnswer } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { CaseSteps } from '../../ui/case-page.tsx'
import type { FormState, FormValues } from '../../ui/use-form.ts'
import { useRereadCase } from './reread-case.ts'
import { useText } from './texts.ts'
import type { useBasedOn } from './use-based-on.ts'

type Props<Values extends FormValues> = {
  form: FormState<Values>
  answer: CaseAnswer
  based: ReturnType<typeof useBasedOn>
  /** Reads the case anew and gives its version. */
  onSeeNew: () => Promise<string>
}

/** Two tabs, or two people: says what happened in between and keeps what is typed. */
export function ChangedMeanwhile<Values extends FormValues>({ form, answer, based, onSeeNew }: Props<Values>) {
  const text = useText()
  const { today } = useSignedIn()
  const reread = useRereadCase(answer.caseId)
  const [seen, setSeen] = useState<string | null>(null)
  const isRefused = form.problem?.code === 'changed-meanwhile' && seen !== based.basedOn
  const isSeen = seen === based.basedOn && !based.isStale
  if (!based.isStale && !isRefused && !isSeen) return null
  const seeNew = async () => {
    await reread()
    const version = await onSeeNew()
    based.follow(version)
    setSeen(version)
  }
  const latest = answer.steps.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-2)
  return (
    <div className="k-note k-note-care k-stack" role="status">
      <p>
        <strong>{text('changed.title')}</strong> {text('changed.words')}
      </p>
      {isSeen ? (
        <>
          <p>{text('changed.news')}</p>
          <CaseSteps steps={latest} today={today} />
          <p>{text('changed.again')}</p>
        </>
      ) : (
        <div className="k-row">
          <Button variant="secondary" size="medium" onPress={() => void seeNew()}>
            {text('changed.effect')}
          </Button>
        </div>
      )}
    </div>
  )
}
