import { describe } from 'vitest'
import { walkCase } from './support/caseWalk'

describe('a case of no penalty, clicked through from the tip to the archive', async () => {
  await walkCase('no_penalty')
})
