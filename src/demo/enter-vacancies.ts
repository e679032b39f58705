import { importVacancies } from '../modules/vacancies/index.ts'
import { vacancyAds } from '../simulation/vacancy-ads.ts'
import { type Cast, type Moment, must, type Stage } from './house.ts'

/** All over the country, some two hundred of them in Gothenburg. */
const advertisements = 3_000

/** The administrator takes in a feed of invented advertisements, so that there are jobs to suggest. */
export async function enterVacancies(stage: Stage, moment: Moment, { administrator: actor }: Cast): Promise<void> {
  const text = JSON.stringify([...vacancyAds(advertisements, 1, moment.on)])
  await must(stage, moment, {
    actor,
    operation: 'importVacancies',
    body: (context) => importVacancies(context, { name: 'påhittade-annonser.json', text }),
  })
}
