import { describe, expect, it } from 'vitest'
import { dateText, daysBetween, instantText, isYuan, names, sizeText, toInstant, toLocal, yuanText } from './format'

describe('amounts', () => {
  it.each([
    ['86000', true, 'a whole sum'],
    ['86000.50', true, 'two decimals'],
    ['0', true, 'nothing at all'],
    ['0.1', true, 'one decimal'],
    ['1,16.7', false, 'a separator'],
    ['-3', false, 'a sign'],
    ['1.234', false, 'three decimals'],
    ['01', false, 'a leading zero'],
    ['１２', false, 'full-width digits'],
    ['', false, 'nothing typed'],
  ])('%s has the form of an amount: %s (%s)', (text, fits) => {
    expect(isYuan(text)).toBe(fits)
  })
  it.each([
    ['86000', '86,000.00'],
    ['670.5', '670.50'],
    ['999', '999.00'],
    ['1234567.89', '1,234,567.89'],
    ['abc', 'abc'],
  ])('%s is shown as %s', (text, shown) => expect(yuanText(text)).toBe(shown))
})

describe('instants are shown in Beijing time', () => {
  it.each([
    ['2024-05-16T09:30:00+08:00', '2024-05-16 09:30'],
    ['2024-05-16T17:30:00Z', '2024-05-17 01:30'],
    ['', ''],
    ['nonsense', ''],
  ])('%s → %s', (instant, shown) => expect(instantText(instant)).toBe(shown))
  it('a picked time comes back as it was picked', () => {
    expect(toLocal(toInstant('2024-05-16 09:30:00'))).toBe('2024-05-16 09:30:00')
  })
  it('the day of an instant is the Beijing day', () => expect(dateText('2024-05-16T17:30:00Z')).toBe('2024-05-17'))
})

it('days between two dates', () => expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2))
it.each([[512, '512 B'], [2048, '2.0 KB'], [2 * 1024 ** 3, '2.0 GB']])('%d bytes are %s', (bytes, shown) =>
  expect(sizeText(bytes)).toBe(shown))
it('names of people or plain names', () => expect(names([{ name: '周敏' }, '何峰'])).toBe('周敏、何峰'))
