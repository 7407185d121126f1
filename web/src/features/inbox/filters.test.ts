import { expect, it } from 'vitest'
import { asked, filtersFrom, narrows } from './filters'

it('reads what the address says and leaves out what is not set', () => {
  const filters = filtersFrom({ list: 'all', q: '食品', due: 'over', unit: ['a', 'b'] })
  expect(filters).toEqual({ q: '食品', state: '', unit: '', field: '', due: 'over' })
  expect(asked(filters)).toEqual({ q: '食品', due: 'over' })
  expect(narrows(filters)).toBe(true)
  expect(narrows(filtersFrom({ list: 'all' }))).toBe(false)
})
