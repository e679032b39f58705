import assert from 'node:assert/strict'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { ok } from '../kernel/result.ts'
import { aRegisteredPerson } from '../modules/assessment/testing.ts'
import { chooseChannel, type ReachChannel } from '../modules/registration/index.ts'
import type { Carriers, Message } from '../platform/carriers.ts'
import { openCarriers } from '../platform/carriers.ts'
import { databaseClock } from '../platform/context.ts'
import { openLog } from '../platform/log.ts'
import { openMail } from '../platform/mail.ts'
import { type NoticeTexts, notify } from '../platform/outbox.ts'
import { type TestWorld, testWorld } from '../platform/testing.ts'
import { sendNotices } from './send-notices.ts'

const notices: NoticeTexts = {
  'test.reminder': {
    sv: { subject: 'Välj leverantör', body: 'Välj senast {dueOn}.' },
    en: { subject: 'Choose a provider', body: 'Choose by {dueOn}.' },
  },
}

describe('the outbox', () => {
  let world: TestWorld
  let server: SMTPServer
  let port = 0
  const received: string[] = []
  let refuse = false

  before(async () => {
    world = await testWorld()
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => done(refuse ? new Error('no such box') : null),
      onData(stream, _session, done) {
        let text = ''
        stream.on('data', (chunk) => {
          text += chunk
        })
        stream.on('end', () => {
          received.push(text)
          done()
        })
      },
    })
    const listening = server.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    port = (listening.address() as AddressInfo).port
  })
  after(async () => {
    await new Promise<void>((done) => server.close(() => done()))
    await world.drop()
  })

  const queued = async (language: string, channel: 'email' | 'letter') => {
    const { personId } = await aRegisteredPerson(world, { details: { language } })
    await world.rows('delete from platform.notice')
    await world.must(world.caseworker, async (context) => {
      await notify(context, { kind: 'test.reminder', channel, personId, values: { dueOn: '2022-10-10' } })
      return ok(null)
    })
  }
  const send = (carriers: Carriers) =>
    sendNotices({
      work: { pool: world.ownerPool, subscriptions: {}, clock: databaseClock(world.ownerPool) },
      notices,
      carriers,
      log: openLog('silent'),
    })
  const state = () =>
    world.rows<{ sent: boolean; attempts: number; last_error: string | null }>(
      'select sent_at is not null as sent, attempts, last_error from platform.notice',
    )
  const mail = (): Carriers => {
    const email = openMail(`smtp://127.0.0.1:${port}`)
    assert.ok(email)
    return { email }
  }

  test('goes by e-mail in the receiver’s language, once', async () => {
    await queued('en', 'email')
    await send(mail())
    await send(mail())
    assert.equal(received.length, 1)
    assert.match(received[0] ?? '', /Subject: Choose a provider/)
    assert.match(received[0] ?? '', /Choose by 2022-10-10\./)
    assert.deepEqual(await state(), [{ sent: true, attempts: 1, last_error: null }])
  })

  test('keeps what the mail server refuses for the next run, and gives up in the end', async () => {
    received.length = 0
    refuse = true
    await queued('sv', 'email')
    for (let run = 0; run < 7; run += 1) await send(mail())
    const [kept] = await state()
    assert.equal(kept?.sent, false)
    assert.equal(kept?.attempts, 5)
    assert.ok(!/example\.com/.test(kept?.last_error ?? ''), 'no address in what is kept')
    refuse = false
  })

  test('never sends a letter by e-mail', async () => {
    received.length = 0
    await queued('sv', 'letter')
    await send(mail())
    assert.equal(received.length, 0)
    assert.equal((await state())[0]?.sent, true)
  })

  test('stands on the outbox page when there is no mail server', async () => {
    await queued('sv', 'email')
    await send({})
    assert.equal((await state())[0]?.sent, true)
  })

  test('goes the way that the person has chosen, to what reaches them there, and not otherwise', async () => {
    const taken: Record<string, Message[]> = {}
    const carrier = (name: string) => ({
      send: async (message: Message) => {
        taken[name] = [...(taken[name] ?? []), message]
      },
    })
    const all: Carriers = {
      email: carrier('email'),
      sms: carrier('sms'),
      'digital-mailbox': carrier('digital-mailbox'),
      letter: carrier('letter'),
    }
    const choose = async (channel: ReachChannel | null, details: object = {}) => {
      const { caseId, personId } = await aRegisteredPerson(world, {
        details: { phone: '070-1740601', ...details },
      })
      const chosen = await world.as(world.caseworker, (context) => chooseChannel(context, { caseId, channel }))
      await world.rows('delete from platform.notice')
      await world.must(world.caseworker, async (context) => {
        await notify(context, { kind: 'test.reminder', channel: 'email', personId, values: { dueOn: '2022-10-10' } })
        return ok(null)
      })
      await send(all)
      const [row] = await world.rows<{ channel: string }>('select channel from platform.notice')
      return [chosen.ok ? 'ok' : chosen.problem.code, row?.channel]
    }
    assert.deepEqual(await choose('sms'), ['ok', 'sms'])
    assert.equal(taken.sms?.[0]?.to, '070-1740601')
    assert.deepEqual(await choose('digital-mailbox'), ['ok', 'digital-mailbox'])
    assert.match(taken['digital-mailbox']?.[0]?.to ?? '', /^[0-9]{12}$/)
    assert.deepEqual(await choose('letter', { street: 'Provgatan 1', postcode: '41101', locality: 'Göteborg' }), [
      'ok',
      'letter',
    ])
    assert.match(taken.letter?.[0]?.to ?? '', /\nProvgatan 1\n41101 Göteborg$/)
    assert.deepEqual(await choose('email'), ['ok', 'email'])
    assert.deepEqual(await choose('sms', { phone: null }), ['channel-does-not-reach', 'email'])
    assert.deepEqual(await choose(null), ['ok', 'email'])
  })

  test('an operator’s own carriers take the place of the outbox page', () => {
    const path = join(tmpdir(), `carriers-${process.pid}.mjs`)
    writeFileSync(path, 'export default { sms: { send: async () => {} } }')
    assert.equal(typeof openCarriers(path).sms?.send, 'function')
    writeFileSync(`${path}.none.mjs`, 'export const carriers = {}')
    assert.throws(() => openCarriers(`${path}.none.mjs`), /no default export/)
    rmSync(path)
    rmSync(`${path}.none.mjs`)
  })

  test('an invitation comes in the e-mail as a calendar event with its method', async () => {
    received.length = 0
    const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
    await mail().email?.send({
      to: 'deltagare@example.com',
      subject: 'Möte',
      text: 'Du har ett möte.',
      invitation: { method: 'REQUEST', text },
    })
    const [letter = ''] = received
    assert.match(letter, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    assert.match(letter, /filename=invitation\.ics/)
  })
})
