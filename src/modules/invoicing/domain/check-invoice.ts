import { arithmeticRules } from './arithmetic-rules.ts'
import { codeRules } from './code-rules.ts'
import type { Check, Finding } from './finding.ts'
import { isUbl, structureRules } from './structure-rules.ts'
import { swedishRules } from './swedish-rules.ts'
import type { XmlElement } from './xml.ts'

/** In this order: what a stage takes for granted, the ones before have checked. */
const stages: readonly (readonly Check[])[] = [
  [isUbl],
  structureRules,
  [...codeRules, ...swedishRules],
  arithmeticRules,
]

/**
 * Every rule that an invoice or credit note breaks, stage by stage: the first stage with a fault is the last one looked at,
 * so that one mistake is told once and by its own rule. These are Krom's own checks; full conformance is what the official
 * Schematron files say.
 */
export function checkInvoice(document: XmlElement): Finding[] {
  for (const checks of stages) {
    const found = checks.flatMap((check) => check(document))
    if (found.length > 0) return found
  }
  return []
}
