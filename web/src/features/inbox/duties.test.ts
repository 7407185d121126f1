import { describe, expect, it } from 'vitest'
import type { Duty } from '@/api/types'
import { kindsOf, LATE, narrowed } from './duties'

const duty = (act: string, days_left?: number): Duty => ({ case_no: '', cause: '', party: '', act, title: '', basis: '', because: '', ...(days_left === undefined ? {} : { days_left }) })
const tasks = [duty('publish', -1), duty('review', 0), duty('publish', 3), duty('serve')]
const title = (act: string) => `《${act}》`

describe('kindsOf', () => {
  it('counts the late ones, then each act, the most frequent first', () =>
    expect(kindsOf(tasks, title, '已逾期').map(({ key, count }) => [key, count])).toEqual([[LATE, 1], ['publish', 2], ['review', 1], ['serve', 1]]))
  it.each([
    ['nothing', []],
    ['one act, none late', [duty('publish', 1), duty('publish')]],
    ['one act, all late', [duty('publish', -1), duty('publish', -2)]],
  ])('%s leaves nothing to narrow', (_why, only) => expect(kindsOf(only, title, '已逾期')).toEqual([]))
})

describe('narrowed', () => {
  it.each([
    ['everything', '', 4],
    ['what is late; today is not late, and without a day nothing is', LATE, 1],
    ['one act', 'publish', 2],
    ['an act nobody has to do any more', 'archive', 0],
  ])('%s', (_why, kind, count) => expect(narrowed(tasks, kind)).toHaveLength(count))
})
