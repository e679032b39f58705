import assert from 'node:assert/strict'
import { test } from 'node:test'
import { participantKeysFile } from './keys-file.ts'

test('the file of keys holds no protected identity and no formula', () => {
  const person = (name: string, hidden = false) => ({ name, caseId: name.length.toString(), protected: hidden })
  const file = participantKeysFile([person('Åsa Öst'), person('Mira Skyddsson', true), person('=1+1'), person('A;"B"')])
  assert.equal(file, '\uFEFFnamn;caseId\r\nÅsa Öst;7\r\n\'=1+1;4\r\n"A;""B""";5\r\n')
})
