import { describe, expect, it } from 'vitest'
import { bodyOf, pruned, prunedData, withEmptyLists } from './formValues'

describe('what was not filled in is left out', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    [' 周敏 ', '周敏'],
    [[], undefined],
    [['', 'a'], ['a']],
    [{ a: '' }, undefined],
    [{ a: '', b: { c: null }, d: 0, e: false }, { d: 0, e: false }],
  ])('%o → %o', (value, expected) => expect(pruned(value)).toEqual(expected))
})

it('a circumstance without evidence stays, with its empty list', () => {
  const stated = { circumstances: [{ code: 'cooperates', evidence_ids: [] }] }
  expect(prunedData(stated)).toEqual(stated)
})

it('the request has no empty members', () => {
  expect(bodyOf('note', { data: { text: ' a ' }, paper: { x: '' }, at: '', by: ['zhou'], party: '' })).toEqual({
    act: 'note',
    by: ['zhou'],
    data: { text: 'a' },
  })
  expect(bodyOf('note', { data: {}, paper: { x: '1' }, at: '2024-05-16T09:00:00+08:00', by: [], party: 'p2' })).toMatchObject({
    at: '2024-05-16T09:00:00+08:00',
    paper: { x: '1' },
    party: 'p2',
  })
})

it('a list asked for and left empty says that there is nothing; an optional one is left out', () => {
  const field = (name: string, type: string, required: boolean) => ({ name, type, required, label: name })
  const fields = [field('deducted', 'list', true), field('items', 'items', true), field('evidence', 'list', false), field('cause', 'text', true)]
  expect(withEmptyLists(fields, { items: [1] })).toEqual({ deducted: [], items: [1] })
})
