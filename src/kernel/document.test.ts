import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentName, documentType } from './document.ts'
import { must, type Result } from './result.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.problem.code)

describe('a document', () => {
  test('is what its first bytes say', () => {
    assert.equal(must(documentType(Buffer.from('%PDF-1.7'))), 'application/pdf')
    assert.equal(must(documentType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))), 'image/jpeg')
    assert.equal(must(documentType(Buffer.from('89504e470d0a1a0a', 'hex'))), 'image/png')
    assert.equal(codeOf(documentType(Buffer.from('GIF89a'))), 'file-kind')
    assert.equal(codeOf(documentType(Buffer.alloc(0))), 'required')
  })

  test('gets a name without a path, and the ending of what it is', () => {
    assert.equal(documentName('C:\\mina filer\\intyg maj.JPEG', 'image/jpeg'), 'intyg maj.jpg')
    assert.equal(documentName('../..\n', 'image/png'), '...png')
    assert.equal(documentName('', 'application/pdf'), 'underlag.pdf')
  })
})
