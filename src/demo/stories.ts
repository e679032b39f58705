import type { StoryName } from '../simulation/people.ts'

/** What a test person's story is, for the page where one signs in. */
const storyTexts: Readonly<Record<StoryName | 'not-registered', string>> = {
  'just-registered': 'nyss inskriven',
  choosing: 'har ett beslut och ska välja leverantör',
  coming: 'har valt leverantör och ska snart börja',
  'in-service': 'deltar i tjänsten',
  'in-service-arabic': 'deltar i tjänsten, arabiska',
  'in-service-easy-swedish': 'deltar i tjänsten, lätt svenska',
  'in-service-english': 'deltar i tjänsten, engelska',
  'changed-provider': 'har bytt leverantör',
  'end-near': 'tjänsten tar snart slut',
  'got-work': 'har fått arbete, verifierat',
  'work-to-prove': 'har fått arbete, ännu inte visat',
  interrupted: 'har avbrutit tjänsten',
  protected: 'deltar i tjänsten, skyddade personuppgifter',
  'not-registered': 'inte inskriven än',
}

/** Accounts that tell a story begin so; all other people's accounts exist only so that they can have acted themselves. */
export const storySubject = (story: StoryName | 'not-registered', key: string) => `story|${story}|${key}`
export const personSubject = (key: string) => `person|${key}`

/** The story that a sign-in subject stands for; null for staff, undefined for people without one. */
export function storyOf(subject: string): string | null | undefined {
  if (subject.startsWith('person|')) return undefined
  const [kind, story] = subject.split('|')
  return kind === 'story' ? storyTexts[story as StoryName] : null
}
