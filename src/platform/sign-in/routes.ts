import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import type { Pool } from '../database.ts'
import { sessionCookie } from '../http/request.ts'
import { beginSession, endSession } from './session.ts'

/** Where people prove who they are; without one, a local provider with test people stands in. */
export interface Broker {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface SignInParts {
  readonly pool: Pool
  /** The address that browsers use, e.g. `http://localhost:3000`. */
  readonly origin: string
  readonly broker: Broker
  /** After this long one signs in again even without a pause. */
  readonly longestHours: number
}

const attemptMinutes = 15

/** What the three routes share. */
interface Door extends SignInParts {
  readonly cookie: { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean }
  configuration(): Promise<oidc.Configuration>
}

/** GET /sign-in, GET /sign-in/return and POST /sign-out: OpenID Connect with PKCE S256, state and nonce. */
export function addSignIn(app: FastifyInstance, parts: SignInParts): void {
  const secure = !['localhost', '127.0.0.1'].includes(new URL(parts.origin).hostname)
  let known: Promise<oidc.Configuration> | undefined
  const door: Door = {
    ...parts,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure },
    // Asked for at the first sign-in, not at the start: the local provider answers on our own port, which is not open yet then.
    configuration() {
      known ??= discover(parts.broker).catch((error) => {
        known = undefined
        throw error
      })
      return known
    },
  }
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(text as string))),
  )
  app.get('/sign-in', (request, reply) => begin(door, request, reply))
  app.get('/sign-in/return', (request, reply) => comeBack(door, request, reply))
  app.post('/sign-out', (request, reply) => leave(door, request, reply))
}

async function begin(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const config = await door.configuration()
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  await door.pool.query(
    'delete from platform.sign_in_attempt where created_at < clock_timestamp() - make_interval(mins => $1)',
    [attemptMinutes],
  )
  await door.pool.query(
    'insert into platform.sign_in_attempt (state, nonce, code_verifier, return_to, created_at) values ($1, $2, $3, $4, clock_timestamp())',
    [attempt.state, attempt.nonce, attempt.verifier, safeReturn((request.query as { to?: string }).to)],
  )
  // The state is tied to this browser, so that nobody can be signed in as somebody else by a link.
  reply.setCookie('krom_sign_in', attempt.state, { ...door.cookie, path: '/sign-in', maxAge: attemptMinutes * 60 })
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${door.origin}/sign-in/return`,
    scope: 'openid profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
  })
  return reply.redirect(address.href)
}

async function comeBack(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const state = request.cookies.krom_sign_in
  const { rows } = await door.pool.query<{ nonce: string; code_verifier: string; return_to: string }>(
    'delete from platform.sign_in_attempt where state = $1 returning nonce, code_verifier, return_to',
    [state ?? ''],
  )
  const attempt = rows[0]
  reply.clearCookie('krom_sign_in', { ...door.cookie, path: '/sign-in' })
  if (!state || !attempt) return reply.redirect('/?sign-in=again')
  try {
    const tokens = await oidc.authorizationCodeGrant(await door.configuration(), new URL(request.url, door.origin), {
      expectedState: state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.code_verifier,
    })
    const claims = tokens.claims()
    if (!claims) return reply.redirect('/?sign-in=refused')
    const identityNumber = typeof claims.identity_number === 'string' ? claims.identity_number : null
    const vouched = {
      subject: claims.sub,
      name: String(claims.name ?? ''),
      identityNumber,
      idToken: tokens.id_token ?? null,
    }
    const token = await beginSession(door.pool, vouched, door.longestHours)
    if (!token) return reply.redirect('/?sign-in=no-duty')
    return reply.setCookie(sessionCookie, token, door.cookie).redirect(attempt.return_to)
  } catch (error) {
    request.log.warn({ error }, 'a sign-in was refused')
    return reply.redirect('/?sign-in=refused')
  }
}

async function leave(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const token = request.cookies[sessionCookie]
  const idToken = token ? await endSession(door.pool, token) : null
  reply.clearCookie(sessionCookie, door.cookie)
  const config = await door.configuration()
  if (!config.serverMetadata().end_session_endpoint) return reply.redirect('/', 303)
  const parameters = { post_logout_redirect_uri: `${door.origin}/`, ...(idToken ? { id_token_hint: idToken } : {}) }
  return reply.redirect(oidc.buildEndSessionUrl(config, parameters).href, 303)
}

function discover(broker: Broker): Promise<oidc.Configuration> {
  const local = new URL(broker.issuer).hostname === 'localhost'
  return oidc.discovery(
    new URL(broker.issuer),
    broker.clientId,
    broker.clientSecret,
    undefined,
    local ? { execute: [oidc.allowInsecureRequests] } : undefined,
  )
}

/** Only paths of our own: a link to sign-in cannot send people elsewhere. */
function safeReturn(path: string | undefined): string {
  return path && /^\/[^/\\]/.test(path) ? path : '/app'
}
