import { describe } from 'node:test'
import { testRole, visiting } from './every-page.ts'

const roles = ['overseer', 'administrator'] as const

describe('every page and state of those who follow up and administer', () => {
  const visit = visiting()

  for (const role of roles) testRole(role, visit)
})
