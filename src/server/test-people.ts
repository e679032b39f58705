import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import middie from '@fastify/middie'
import type { FastifyInstance } from 'fastify'
import Provider, { type JWK } from 'oidc-provider'
import { escapeHtml } from '../platform/letters.ts'
import type { Broker } from '../platform/sign-in/routes.ts'
import { TestPeopleMemory } from './test-people-memory.ts'

/** A person whom anyone may sign in as, on a system that holds test people only. */
export interface TestPerson {
  readonly subject: string
  readonly name: string
  /** Heading that the person is listed under. */
  readonly group: string
  readonly detail: string
  readonly identityNumber?: string
  /** Shown in place of the name; of a protected identity the list says nothing more. */
  readonly listedAs?: string
}

export interface TestPeopleParts {
  readonly origin: string
  people(): Promise<readonly TestPerson[]>
}

const clientId = 'krom'

/**
 * A real OpenID Connect provider on our own port, whose sign-in page lists test people by role instead of asking for a
 * password. Only for systems without a broker of their own (house section 3).
 */
export async function addTestPeople(app: FastifyInstance, parts: TestPeopleParts): Promise<Broker> {
  const clientSecret = 'test-people-only'
  const provider = await openProvider(parts, clientSecret)
  await app.register(middie)
  app.use('/idp', provider.callback())
  app.get('/test-people/:uid', async (_request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    return page((_request.params as { uid: string }).uid, await parts.people())
  })
  app.post('/test-people/:uid', async (request, reply) => {
    const subject = (request.body as { subject?: string } | undefined)?.subject ?? ''
    const person = (await parts.people()).find((one) => one.subject === subject)
    if (!person) return reply.redirect('/sign-in', 303)
    reply.hijack()
    await provider.interactionFinished(
      request.raw,
      reply.raw,
      { login: { accountId: subject } },
      { mergeWithLastSubmission: false },
    )
  })
  return { issuer: `${parts.origin}/idp`, clientId, clientSecret }
}

async function openProvider(parts: TestPeopleParts, clientSecret: string): Promise<Provider> {
  const secure = parts.origin.startsWith('https:')
  const provider = new Provider(`${parts.origin}/idp`, {
    adapter: TestPeopleMemory,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${parts.origin}/sign-in/return`],
        post_logout_redirect_uris: [`${parts.origin}/`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [await newKey()] },
    cookies: { keys: [crypto.randomUUID()], short: { path: '/', secure }, long: { secure } },
    claims: { openid: ['sub'], profile: ['name', 'identity_number'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/test-people/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form)
        },
      },
    },
    ttl: { Interaction: 3600, Session: 36_000, Grant: 36_000, IdToken: 3600, AccessToken: 3600 },
    async findAccount(_context, subject) {
      const person = (await parts.people()).find((one) => one.subject === subject)
      return {
        accountId: subject,
        claims: async () => ({
          sub: subject,
          name: person?.name ?? '',
          ...(person?.identityNumber ? { identity_number: person.identityNumber } : {}),
        }),
      }
    },
    async loadExistingGrant(context) {
      const accountId = context.oidc.session?.accountId
      if (!accountId) return undefined
      const grant = new provider.Grant({ clientId, accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  provider.proxy = true
  return provider
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), alg: 'RS256', use: 'sig' } as JWK
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}' +
  'ul{list-style:none;padding:0;margin:0;display:grid;gap:.5rem}button{font:inherit;width:100%;min-height:2.75rem;text-align:start;padding:.6rem .8rem;border:1px solid #767676;border-radius:.3rem;background:#fff;color:inherit;cursor:pointer}' +
  'button:hover,button:focus-visible{outline:3px solid #143c6b;outline-offset:1px}small{display:block;color:#555}.calm{background:#eef3f8;padding:.8rem;border-radius:.3rem}' +
  '@media(prefers-color-scheme:dark){body,button{background:#16181b;color:#eee}small{color:#bbb}.calm{background:#24303d}button:hover,button:focus-visible{outline-color:#9cc4f0}}'

function page(uid: string, people: readonly TestPerson[]): string {
  const groups = Map.groupBy(people, (person) => person.group)
  const list = [...groups].map(([group, members]) => {
    const items = members.map(
      (person) =>
        `<li><form method="post" action="/test-people/${encodeURIComponent(uid)}"><button name="subject" value="${escapeHtml(person.subject)}">` +
        `${escapeHtml(person.listedAs ?? person.name)}<small>${escapeHtml(person.detail)}</small></button></form></li>`,
    )
    return `<h2>${escapeHtml(group)}</h2><ul>${items.join('')}</ul>`
  })
  return html(
    'Välj testperson',
    `<p class="calm">Här finns bara påhittade personer. I drift sker inloggningen med e-legitimation.</p>${list.join('')}`,
  )
}

function signOutPage(form: string): string {
  return html(
    'Logga ut',
    `<p>Du är utloggad från Krom. Avsluta också inloggningen hos testlegitimationen?</p>${form}<button form="op.logoutForm" name="logout" value="yes">Ja, logga ut helt</button>`,
  )
}

function html(title: string, body: string): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} – Krom</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`
}
