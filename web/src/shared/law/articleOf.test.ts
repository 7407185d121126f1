import { expect, it } from 'vitest'
import { articleOf, numberOf } from './articleOf'

it.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['四十二', 42],
  ['一百', 100],
  ['一百零五', 105],
  ['一百二十四', 124],
  ['一百三十六', 136],
  ['甲', undefined],
])('%s is %s', (words, number) => {
  expect(numberOf(words)).toBe(number)
})

it.each([
  ['价格法 第四十二条', { law: '价格法', article: 42 }],
  ['广告法 第五十五条第一款', { law: '广告法', article: 55, paragraph: 1 }],
  ['食品安全法 第一百二十四条第一款第（五）项', { law: '食品安全法', article: 124, paragraph: 1, item: 5 }],
  ['食品安全法 第一百二十四条、第一百二十五条', undefined],
  ['依法', undefined],
])('%s', (text, parts) => {
  expect(articleOf(text)).toEqual(parts)
})
