import { expect, it } from 'vitest'
import { clockLook } from './clockLook'

it.each([
  ['running', 20, 'calm', '还有 20 天'],
  ['running', 0, 'late', '今天到期'],
  ['running', -1, 'late', '已逾期 1 天'],
  ['missed', -3, 'late', '已逾期 3 天'],
  ['missed', undefined, 'late', ''],
  ['met', 3, 'past', ''],
  ['paused', 3, 'past', ''],
])('%s with %s days left: %s %s', (status, days, tone, words) => {
  expect(clockLook(status, days, false)).toEqual({ tone, words })
})

it.each([
  [20, true, 'near'],
  [3, false, 'calm'],
  [0, false, 'late'],
] as const)('%i days left, warned %s: %s', (days, warned, tone) => {
  expect(clockLook('running', days, warned).tone).toBe(tone)
})
