import { expect, it } from 'vitest'
import type { Field } from '@/api/types'
import { askedData, isAsked } from './asked'

const field = (name: string, more: Partial<Field> = {}): Field => ({ name, label: name, type: 'text', required: false, ...more })
const slip = field('slip_on', { when: { field: 'method', values: ['post'] } })
const copy = field('copy_note', { when: { field: 'original', values: ['false'] } })
const none = field('no_media_reason', { when: { field: 'media', values: [] } })

it.each([
  [field('any'), {}, true, 'without a condition'],
  [slip, { method: 'post' }, true, 'the value named'],
  [slip, { method: 'direct' }, false, 'another value'],
  [slip, {}, false, 'nothing chosen yet'],
  [copy, { original: false }, true, 'no is an answer'],
  [copy, { original: true }, false, 'yes is another'],
  [none, {}, true, 'an empty list of values asks for emptiness'],
  [none, { media: [] }, true, 'an empty list is empty'],
  [none, { media: ['ev1'] }, false, 'something is there'],
] as [Field, Record<string, unknown>, boolean, string][])('%o with %o: %s', (asked, data, expected, _why) => {
  expect(isAsked(asked, data)).toBe(expected)
})

it('what is not asked for any more is not sent', () => {
  const fields = [field('method'), slip]
  expect(askedData(fields, { method: 'direct', slip_on: '2026-01-01' })).toEqual({ method: 'direct' })
  expect(askedData(fields, { method: 'post', slip_on: '2026-01-01' })).toEqual({ method: 'post', slip_on: '2026-01-01' })
})

it('the articles of a penalty are said once', () => {
  const fields = [field('penalty', { type: 'penalty' }), field('statute', { type: 'list' })]
  const statute = [{ law: '价格法', article: 42 }]
  expect(askedData(fields, { penalty: { statute } })).toEqual({ penalty: { statute }, statute })
})
