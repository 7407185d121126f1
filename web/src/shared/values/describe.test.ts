import { describe as group, expect, it } from 'vitest'
import type { Field } from '@/api/types'
import { articleText, describe, type Lookup } from './describe'

const field = (name: string, type: string, more: Partial<Field> = {}): Field => ({
  name, type, label: `「${name}」`, required: false, ...more,
})
const lookup: Lookup = {
  person: (id) => (id === 'zhou' ? '周敏' : undefined),
  evidence: (id) => (id === 'ev1' ? 'ZJ0001 照片' : undefined),
  violation: (id) => (id === 'food.x' ? '标注虚假生产日期' : undefined),
}

group('one value of each type in words', () => {
  it.each([
    ['yuan', '86000', '86,000.00 元'],
    ['bool', true, '是'],
    ['bool', false, '否'],
    ['date', '2024-05-16', '2024-05-16'],
    ['instant', '2024-05-16T09:30:00+08:00', '2024-05-16 09:30'],
    ['staff', 'zhou', '周敏'],
    ['staff', 'gone', 'gone'],
    ['act', 3, '第 3 项行为'],
    ['media', ['ev1', 'ev2'], 'ZJ0001 照片；ev2'],
    ['violations', ['food.x'], '标注虚假生产日期'],
    ['int', 30, '30'],
  ])('%s %o → %s', (type, value, text) => {
    expect(describe([field('f', type)], { f: value }, lookup)[0]?.text).toBe(text)
  })
})

it('a choice is shown by its label', () => {
  const kind = field('kind', 'choice', { choices: [{ value: 'penalty', label: '行政处罚' }] })
  expect(describe([kind], { kind: 'penalty' })[0]?.text).toBe('行政处罚')
})

it('what was left out is not listed, what has no field is', () => {
  const rows = describe([field('a', 'text'), field('b', 'text')], { a: '', extra: 'x' })
  expect(rows.map((row) => row.label)).toEqual(['extra'])
})

it('goods become a table with only the columns that are used', () => {
  const table = describe([field('items', 'items')], { items: [{ no: 1, name: '核桃乳', unit: '箱', quantity: 24 }] })[0]?.table
  expect(table?.head).toEqual(['序号', '名称', '单位', '数量'])
  expect(table?.body).toEqual([['1', '核桃乳', '箱', '24']])
})

it('a penalty is shown with its kinds and articles', () => {
  const penalty = { kinds: ['fine'], fine: '86000', statute: [{ law: '食品安全法', article: 124, paragraph: 1, item: 5 }] }
  const rows = describe([field('penalty', 'penalty')], { penalty })[0]?.rows ?? []
  expect(rows.map((row) => row.text)).toEqual(['罚款', '86,000.00 元', '食品安全法 第124条第1款第（5）项'])
})

it('an article without paragraph', () => expect(articleText({ law: '行政处罚法', article: 62 })).toBe('行政处罚法 第62条'))
