import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What the local provider remembers: sign-ins under way and its own sessions. Gone with the process, as test people are. */
export class TestPeopleMemory implements Adapter {
  readonly #model: string
  readonly #kept: Map<string, { payload: AdapterPayload; until: number }>

  constructor(model: string, kept = shared) {
    this.#model = model
    this.#kept = kept
  }

  #key(id: string): string {
    return `${this.#model}:${id}`
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    for (const [key, { until }] of this.#kept) if (until < Date.now()) this.#kept.delete(key)
    this.#kept.set(this.#key(id), { payload, until: Date.now() + (expiresIn || 3600) * 1000 })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.#kept.get(this.#key(id))
    return found && found.until >= Date.now() ? found.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.uid === uid)
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.userCode === userCode)
  }

  async consume(id: string): Promise<void> {
    const found = this.#kept.get(this.#key(id))
    if (found) found.payload = { ...found.payload, consumed: Math.floor(Date.now() / 1000) }
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(this.#key(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(key)
  }

  #first(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const prefix = `${this.#model}:`
    for (const [key, { payload }] of this.#kept) if (key.startsWith(prefix) && fits(payload)) return payload
    return undefined
  }
}

const shared = new Map<string, { payload: AdapterPayload; until: number }>()
