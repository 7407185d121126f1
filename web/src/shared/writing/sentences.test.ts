import { describe, expect, it } from 'vitest'
import { bare, citedIn, differences, placeOf, sentenceAt, sentencesOf } from './sentences'

describe('sentences', () => {
  it.each([
    ['nothing', '', []],
    ['one without an end', '甲', ['甲']],
    ['two', '甲。乙。', ['甲。', '乙。']],
    ['lines', '甲\n乙。丙', ['甲\n', '乙。', '丙']],
  ])('%s', (_why, text, found) => {
    expect(sentencesOf(text)).toEqual(found)
    expect(sentencesOf(text).join('')).toBe(text)
  })

  it('finds the sentence around a place', () => {
    expect(sentenceAt('甲。乙丙。丁', 3)).toBe('乙丙。')
    expect(sentenceAt('甲。乙丙。丁', 6)).toBe('丁')
    expect(sentenceAt('', 0)).toBe('')
  })

  it('finds a printed sentence in the text it came from, with or without its marks', () => {
    const text = '甲〔证据1〕。\n　乙〔证据2、3〕。'
    expect(text.slice(placeOf(text, '乙。')?.begin, placeOf(text, '乙。')?.end)).toBe('乙〔证据2、3〕。')
    expect(placeOf(text, '丙。')).toBeNull()
    expect(placeOf(text, '〔证据1〕')).toBeNull()
    expect(bare('乙〔证据2、3〕。')).toBe('乙。')
  })

  it('names the evidence a text cites once each', () => {
    expect(citedIn('甲〔证据3〕。乙〔证据1、3〕。东市监罚告〔2026〕1号')).toEqual([1, 3])
  })
})

describe('differences', () => {
  it.each([
    ['nothing changed', '甲。乙。', '甲。乙。', 'same甲。 same乙。'],
    ['a sentence changed', '甲。乙。', '甲。丙。', 'same甲。 removed乙。 added丙。'],
    ['a sentence added before', '乙。', '甲。乙。', 'added甲。 same乙。'],
    ['everything gone', '甲。', '', 'removed甲。'],
    ['lines joined', '甲。\n乙。', '甲。乙。', 'same甲。 same乙。'],
  ])('%s', (_why, before, after, found) => {
    expect(differences(before, after).map((each) => each.kind + each.text).join(' ')).toBe(found)
  })

  it('gives both texts back', () => {
    const before = '一。二。三。四。五。'
    const after = '二。六。四。七。'
    const pieces = differences(before, after)
    const without = (kind: string) => pieces.filter((each) => each.kind !== kind).map((each) => each.text).join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  })
})
