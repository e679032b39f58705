import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { queryKey, readAgain } from './query-keys.ts'

const client = new QueryClient()
afterEach(() => client.clear())

/** A screen that reads an address; the test answers each of its questions. */
function reader(path: string, query = {}) {
  const asked: ((answer: string) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: queryKey(path, query),
    queryFn: () => new Promise<string>((answer) => asked.push(answer)),
  })
  const leave = observer.subscribe(() => undefined)
  return { asked, leave, shown: () => observer.getCurrentResult().data }
}

/** Lets what has been answered come through. */
const turn = () => new Promise(setImmediate)

test('what a write changed is read anew at its paths and below, and nowhere else', async () => {
  const readers = [reader('/cases/1'), reader('/cases/1/steps', { page: 2 }), reader('/cases/12'), reader('/tasks')]
  for (const { asked } of readers) asked[0]?.('before')
  await turn()
  void readAgain(client, ['/cases/1'])
  await turn()
  assert.deepEqual(
    readers.map(({ asked }) => asked.length),
    [2, 2, 1, 1],
  )
  for (const { leave } of readers) leave()
})

test('a first answer that was asked for before the write does not stand', async () => {
  const { asked, shown, leave } = reader('/cases/1')
  void readAgain(client, ['/cases/1'])
  await turn()
  asked[0]?.('before')
  asked[1]?.('after')
  await turn()
  assert.equal(shown(), 'after')
  leave()
})
