import type { UserId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { registerPerson } from '../modules/registration/index.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { addAccount, tieAccount } from '../platform/staff.ts'
import type { PersonAct, PersonStep } from '../simulation/script.ts'
import { actorOf, type Cast, must, type Played, perform, type Stage } from './house.ts'
import { personSubject, storySubject } from './stories.ts'

type Registering = Extract<PersonAct, { act: 'register' }>

/** Registers a person, first giving the account that the person signs in with, if there is one. */
export async function register(
  stage: Stage,
  cast: Cast,
  step: PersonStep & { readonly input: Registering },
): Promise<Result<Played>> {
  const { input } = step
  const name = `${input.details.givenName} ${input.details.familyName}`
  const userId = input.hasAccount ? await openAccount(stage, step, name) : null
  const actor = registrar(cast, step, { userId, name })
  const registered = await perform(stage, step, {
    actor,
    operation: 'registerPerson',
    body: (context) =>
      registerPerson(context, {
        details: input.details,
        channel: input.channel,
        toldAboutProfiling: input.told,
        ...(userId !== null && actor.role !== 'jobseeker' ? { userId } : {}),
        ...(actor.role === 'caseworker' && actor.userId !== null ? { assistedBy: actor.userId } : {}),
      }),
  })
  if (!registered.ok) return registered
  const { personId, caseId } = registered.value
  if (userId !== null && actor.role !== 'jobseeker') {
    await must(stage, step, { operation: 'tieAccount', body: (context) => tieAccount(context, { userId, personId }) })
  }
  const self = userId === null ? null : actorOf(userId, 'jobseeker', { personId, name })
  return ok({ personId, caseId, self, caseworker: null, spells: null, last: {} })
}

function openAccount(stage: Stage, step: PersonStep & { readonly input: Registering }, name: string): Promise<UserId> {
  const { input, person } = step
  return must(stage, step, {
    operation: 'addAccount',
    body: (context) =>
      addAccount(context, {
        subject: input.story === null ? personSubject(person) : storySubject(input.story, person),
        name,
        email: input.details.email ?? null,
        identityNumber: input.details.identityNumber,
        duties: [{ role: 'jobseeker', organisationId: null, officeId: null, from: step.on }],
      }),
  })
}

/** Who registers: the person, a caseworker of the office that answers for the home, or the house where nobody signs in. */
function registrar(
  cast: Cast,
  step: PersonStep & { readonly input: Registering },
  own: { userId: UserId | null; name: string },
): Actor {
  if (step.who === 'self' && own.userId !== null) return actorOf(own.userId, 'jobseeker', { name: own.name })
  if (step.who === 'house') return systemActor
  const staff = cast.officeStaff.get(step.input.details.municipalityCode) ?? []
  const index = Number(step.person.replaceAll(/\D/g, '')) % Math.max(1, staff.length)
  const found = staff[index]
  if (found === undefined) throw new Error(`no office answers for ${step.input.details.municipalityCode}`)
  return found
}
