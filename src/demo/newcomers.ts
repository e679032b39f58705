import type { PersonDetails } from '../modules/registration/index.ts'
import { addAccount } from '../platform/staff.ts'
import { stockDay } from '../simulation/course.ts'
import { must, type Stage } from './house.ts'
import { storySubject } from './stories.ts'

/** People who can sign in and have not registered yet: the broker vouches for their number. */
export async function enterNewcomers(stage: Stage, newcomers: readonly PersonDetails[]): Promise<void> {
  for (const [index, newcomer] of newcomers.entries()) {
    await must(
      stage,
      { on: stockDay, at: '07:00' },
      {
        operation: 'addAccount',
        body: (context) =>
          addAccount(context, {
            subject: storySubject('not-registered', String(index + 1)),
            name: `${newcomer.givenName} ${newcomer.familyName}`,
            email: newcomer.email ?? null,
            identityNumber: newcomer.identityNumber,
            duties: [{ role: 'jobseeker', organisationId: null, officeId: null, from: stockDay }],
          }),
      },
    )
  }
}
