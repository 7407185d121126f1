import { expect, it } from 'vitest'
import type { ReadyPhrase } from '@/api/types'
import { fieldOf, fitting, found, inserted } from './phrases'

const phrase = (id: string, field: string, text = ''): ReadyPhrase => ({ id, title: `名${id}`, of_agency: false, field, text, open: [] })
const ids = (rows: ReadyPhrase[]) => rows.map((each) => each.id).join('')

it('phrases of the field come first, those of other fields not at all', () => {
  const all = [phrase('1', ''), phrase('2', 'paper.nature'), phrase('3', 'paper.facts')]
  expect(ids(fitting(all, 'paper.facts'))).toBe('31')
  expect(ids(fitting(all, 'data.findings'))).toBe('1')
})

it('looks for every word in name or text', () => {
  const all = [phrase('1', '', '配合调查'), phrase('2', '', '主动改正')]
  expect(ids(found(all, '配合'))).toBe('1')
  expect(ids(found(all, '名2 改正'))).toBe('2')
  expect(ids(found(all, ' '))).toBe('12')
  expect(ids(found(all, '没有'))).toBe('')
})

it('puts the words where the cursor stands, over what is selected', () => {
  expect(inserted('甲乙丙', { begin: 1, end: 2 }, '丁')).toBe('甲丁丙')
  expect(inserted('', { begin: 0, end: 0 }, '丁')).toBe('丁')
})

it.each([
  ['paper.facts', 'decide', 'paper.facts', 'the form of one act'],
  ['data.findings', 'onsite_check', 'data.findings', 'its values'],
  ['report_investigation.paper.facts', 'report_investigation', 'paper.facts', 'its paper, among several forms'],
  ['report_investigation.penalty.note', 'report_investigation', 'data.penalty.note', 'its values, among several forms'],
  ['data.decide.note', 'decide', 'data.decide.note', 'a value named as its act'],
])('%s of %s is the field %s: %s', (path, act, field) => {
  expect(fieldOf(path, act)).toBe(field)
})
