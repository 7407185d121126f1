import { describe } from 'vitest'
import { walkCase } from './support/caseWalk'

describe('case 2, fertiliser below standard, clicked through from the tip to the archive', async () => {
  await walkCase('fertiliser_2024')
})
