import { importLog } from '../../src/modules/delivery/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { systemPurposes } from '../../src/platform/own-system/purposes.ts'
import { issueKey } from '../../src/platform/own-system/system-keys.ts'
import { openWebhook } from '../../src/platform/own-system/webhooks.ts'
import type { TestWorld } from '../../src/platform/testing.ts'

/** The keys of a provider's own system. */
export interface SystemKeys {
  readonly keyId: string
  readonly webhookId: string
  readonly importId: string
}

/** A key for everything and a receiver, as the coordinator would make them; `key` is the secret itself. */
export async function someSystem(world: TestWorld, coordinator: Actor): Promise<SystemKeys & { readonly key: string }> {
  const issued = await world.must(coordinator, (context) =>
    issueKey(context, { name: 'Provsystemet', purposes: systemPurposes }),
  )
  const opened = await world.must(coordinator, (context) =>
    openWebhook(context, { url: 'https://system.example.com/krom', events: ['plan.approved'] }),
  )
  const sent = await world.must(coordinator, (context) =>
    importLog(context, { rows: [], name: 'Provet', how: 'api', language: 'sv' }),
  )
  return { importId: sent.importId, keyId: issued.id, key: issued.key, webhookId: opened.id }
}

/** One for each of the providers, found by the provider's key. */
export async function systemsOf(
  world: TestWorld,
  providers: readonly { readonly providerId: string; readonly coordinator: Actor }[],
): Promise<(providerId: string) => SystemKeys> {
  const systems = new Map<string, SystemKeys>()
  for (const { providerId, coordinator } of providers) systems.set(providerId, await someSystem(world, coordinator))
  return (providerId) => {
    const found = systems.get(providerId)
    if (found === undefined) throw new Error(`no system of ${providerId}`)
    return found
  }
}
