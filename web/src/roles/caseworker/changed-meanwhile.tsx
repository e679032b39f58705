import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import type { CaseAnswer } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { CaseSteps } from '../../ui/case-page.tsx'
import type { FormState, FormValues } from '../../ui/use-form.ts'
import { useRereadCase } from './reread-case.ts'
import { useText } from './texts.ts'

type Props<Values extends FormValues> = { form: FormState<Values>; answer: CaseAnswer; onSeeNew: () => void }

/** Two tabs, or two people: says what happened in between and keeps what is typed. */
export function ChangedMeanwhile<Values extends FormValues>({ form, answer, onSeeNew }: Props<Values>) {
  const text = useText()
  const { today } = useSignedIn()
  const reread = useRereadCase(answer.caseId)
  const [seen, setSeen] = useState<object | null>(null)
  if (form.problem?.code !== 'changed-meanwhile') return null
  const latest = answer.steps.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-2)
  return (
    <div className="k-note k-stack" role="status">
      <p>
        <strong>{text('changed.title')}</strong> {text('changed.words')}
      </p>
      {seen === form.problem ? (
        <>
          <p>{text('changed.news')}</p>
          <CaseSteps steps={latest} today={today} />
          <p>{text('changed.again')}</p>
        </>
      ) : (
        <div className="k-row">
          <Button
            variant="secondary"
            size="medium"
            onPress={() => {
              onSeeNew()
              void reread()
              setSeen(form.problem)
            }}
          >
            {text('changed.effect')}
          </Button>
        </div>
      )}
    </div>
  )
}
