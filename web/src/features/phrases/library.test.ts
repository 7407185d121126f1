import { expect, it } from 'vitest'
import type { ActType, Phrase } from '@/api/types'
import { fieldsOf, shown, writingActs } from './library'

const field = (name: string, type: string) => ({ name, label: `栏${name}`, type, required: false })
const type = (id: string, fields: ReturnType<typeof field>[], paper: ReturnType<typeof field>[]) => ({ id, fields, paper }) as unknown as ActType
const phrase = (id: string, words: string, retired = false) =>
  ({ id, title: `名${id}`, words, ...(retired ? { retired_at: '2026-01-01T00:00:00+08:00' } : {}) }) as Phrase

it('offers the long texts of an act, those of its papers first', () => {
  const act = type('decide', [field('bank', 'text'), field('education', 'longtext')], [field('facts', 'longtext'), field('discretion', 'object')])
  expect(fieldsOf(act).map((each) => each.path)).toEqual(['paper.facts', 'data.education'])
  expect(fieldsOf(undefined)).toEqual([])
  expect(writingActs([act, type('pay', [field('sum', 'yuan')], [])])).toEqual([act])
})

it('looks for words in name and text, and shows the retired on demand', () => {
  const all = [phrase('1', '配合调查'), phrase('2', '主动改正', true)]
  expect(shown(all, '', false).map((each) => each.id)).toEqual(['1'])
  expect(shown(all, '', true).map((each) => each.id)).toEqual(['1', '2'])
  expect(shown(all, '名2 改正', true).map((each) => each.id)).toEqual(['2'])
  expect(shown(all, '无', true)).toEqual([])
})
