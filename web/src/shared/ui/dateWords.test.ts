import { expect, it } from 'vitest'
import { readDay } from './dateWords'

it.each([
  ['2026-03-09', '2026-03-09', 'as it is shown'],
  ['20260309', '2026-03-09', 'digits only'],
  ['2026.3.9', '2026-03-09', 'points'],
  ['2026/3/9', '2026-03-09', 'strokes'],
  [' 2026年3月9日 ', '2026-03-09', 'in words'],
  ['2024-02-29', '2024-02-29', 'a leap day'],
  ['2026-02-29', undefined, 'no leap year'],
  ['2026-13-01', undefined, 'no such month'],
  ['09/03/2026', undefined, 'the order of another country'],
  ['2026-3', undefined, 'not finished'],
  ['', undefined, 'empty'],
] as [string, string | undefined, string][])('%s is read as %s: %s', (typed, read, _why) => {
  expect(readDay(typed)).toBe(read)
})
