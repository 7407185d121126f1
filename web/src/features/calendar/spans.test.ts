import { expect, it } from 'vitest'
import { spans } from './spans'

it.each([
  ['a day alone', ['2027-01-01'], '01-01'],
  ['days in a row, over the end of a month', ['2027-01-31', '2027-02-01', '2027-02-02'], '01-31 至 02-02'],
  ['two rows and a day', ['2026-12-31', '2027-01-01', '2027-01-05', '2027-01-07', '2027-01-08'], '12-31 至 01-01、01-05、01-07 至 01-08'],
  ['none', [], ''],
])('%s', (_why, days, text) => expect(spans(days)).toBe(text))
