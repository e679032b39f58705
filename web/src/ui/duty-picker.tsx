import { post } from '../api/client.ts'
import { type Duty, roleOf, type Session } from '../api/session.ts'
import { useSend } from '../api/use-send.ts'
import { useShellText } from '../language/shell-texts.ts'
import { waitingCount } from '../offline/connection.ts'
import { forgetAnswers } from '../offline/kept-answers.ts'

/** Under which duty somebody with several acts; what waits on the device is sent first. */
export function DutyPicker({ session }: { session: Session }) {
  const text = useShellText()
  const { run, pending } = useSend<string, unknown>({
    send: (dutyId, written) => post('/session/duty', { dutyId }, written),
  })
  const choose = async (dutyId: string) => {
    const answer = await run(dutyId)
    if (!answer.done) return
    await forgetAnswers().catch(() => undefined)
    // Another duty, and so other screens and other people: the page begins anew.
    location.assign('/app')
  }
  const nameOf = (duty: Duty) => {
    const role = roleOf(duty)
    return [role === null ? duty.role : text(`role.${role}`), duty.organisation].filter((part) => part).join(' · ')
  }
  return (
    <label className="k-picker">
      <span className="k-only-read">{text('duty')}</span>
      <select
        value={session.duty.id}
        disabled={pending || waitingCount() > 0}
        onChange={(event) => void choose(event.target.value)}
      >
        {session.duties.map((duty) => (
          <option key={duty.id} value={duty.id}>
            {nameOf(duty)}
          </option>
        ))}
      </select>
    </label>
  )
}
