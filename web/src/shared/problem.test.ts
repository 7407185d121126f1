import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/client'
import { fieldPath, isRefusal, newKey, problemOf } from './problem'

describe('the place of an error', () => {
  it.each([
    ['data.penalty.fine', 'data.penalty.fine'],
    ['data.items[2].quantity', 'data.items.2.quantity'],
    ['/data/items/2/quantity', 'data.items.2.quantity'],
    ['act.data.cause', 'data.cause'],
    ['acts[0].data.cause', 'data.cause'],
    [undefined, ''],
  ])('%s → %s', (field, path) => expect(fieldPath(field)).toBe(path))
})

describe('what is a refusal by law', () => {
  const problem = { title: '依法不能办理', status: 422 }
  it.each([
    [{ ...problem, basis: '行政处罚法 第六十二条' }, true, 'refused with an article'],
    [problem, false, 'no article'],
    [{ ...problem, status: 400, basis: '民法典' }, false, 'bad input'],
  ])('%o is one: %s (%s)', (given, expected, _why) => expect(isRefusal(given)).toBe(expected))
})

it('keeps the problem of an answer, and makes one of anything else', () => {
  const problem = { title: '没有找到', status: 404 }
  expect(problemOf(new ApiError(problem))).toBe(problem)
  expect(problemOf(new Error('broken')).detail).toBe('broken')
})

it('keys differ', () => expect(new Set(Array.from({ length: 50 }, newKey)).size).toBe(50))
