import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import {
  type AdditiveModel,
  type DocumentFault,
  type Origin,
  readDocument,
  type Trained,
  writeDocument,
} from '../../modules/assessment/domain/index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A model as its file tells it. */
export interface ModelFile extends AdditiveModel {
  readonly target: string
}

/** Writes a model as readable JSON, closed by a hash over all of it; the same model gives the same file. */
export function writeModel(file: string, trained: Trained, origin: Origin): void {
  writeFileSync(file, writeDocument(trained, origin, sha256))
}

/** Reads a model; or the sentence that says why it is not to be trusted. */
export function readModel(file: string): ModelFile | string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return `${file} cannot be read`
  }
  const read = readDocument(text, sha256)
  if (!read.ok) return `${file} ${inWords(read.fault)}`
  return { ...read.document.model, target: read.document.target }
}

function inWords(fault: DocumentFault): string {
  switch (fault.code) {
    case 'not-json':
      return 'is not JSON'
    case 'not-a-model':
      return `is not a model of Krom${fault.at === '' ? '' : `: ${fault.at}`}`
    case 'other-version':
      return `is of version ${fault.version} and this is version ${fault.reads}: train the model again`
    case 'changed':
      return 'has been changed since it was trained: its hash does not match'
  }
}
