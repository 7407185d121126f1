import { expect, it } from 'vitest'
import { ref } from 'vue'
import type { BenchmarkSubject, BenchmarkTable } from '@/api/types'
import { useMapping } from './useMapping'

const subject = (place: number, item: string | null, ...candidates: [string, boolean][]): BenchmarkSubject => ({
  subject: place,
  violation: '甲',
  basis: '乙',
  rows: [2],
  item,
  candidates: candidates.map(([code, same]) => ({ item: code, name: code, likeness: 80, same_article: same })),
})
const table = ref({
  lock: 1,
  subjects: [subject(0, null, ['food.expired', true]), subject(1, null, ['ad.false', false]), subject(2, '', ['x', true])],
} as unknown as BenchmarkTable)

it('takes the first proposal only under the same article, and never over what a person said', () => {
  const { chosen, changed, confirmed, acceptAll } = useMapping(() => table.value)
  acceptAll()
  expect(chosen.value).toEqual(['food.expired', null, ''])
  expect(changed.value).toEqual([{ subject: 0, item: 'food.expired' }])
  expect(confirmed.value).toBe(2)
})
