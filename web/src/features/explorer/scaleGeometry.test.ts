import { describe, expect, it } from 'vitest'
import type { Finding, PenaltyScale } from '@/api/types'
import { baseLine, fineLine, shortYuan } from './scaleGeometry'

const finding: Finding = {
  statutory: { min: '50000.00', max: '100000.00' },
  limb: 'ordinary',
  allowed_tiers: ['normal'],
  recommended_tier: 'normal',
}
const scale: PenaltyScale = {
  ordinary: { min: '50000.00', max: '100000.00' },
  serious: { min: '100000.00', max: '200000.00' },
  bands: {
    lenient: { min: '50000.00', max: '65000.00' },
    normal: { min: '65000.00', max: '85000.00' },
    aggravated: { min: '85000.00', max: '100000.00' },
  },
  hearing: '100000.00',
  base: { name: 'goods_value', title: '货值金额', value: '3000.00', steps: ['10000.00'] },
  referral: [
    { name: 'goods_value', title: '货值金额', at: '50000.00', crime: '甲罪', article: '刑法 第一条' },
    { name: 'sales_amount', title: '销售金额', at: '50000.00', crime: '乙罪', article: '刑法 第二条' },
  ],
}

describe('the line of the fine', () => {
  it('keeps the order of the sums', () => {
    const line = fineLine(finding, scale, '70000', 600)
    if (!line) throw new Error('no line')
    const places = line.tiers.flatMap((tier) => [tier.from, tier.to])
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(line.span.from).toBe(line.tiers[0]?.from)
    expect(line.hearing?.at).toBe(line.span.to)
    expect(line.proposed?.at).toBeGreaterThan(line.tiers[1]?.from ?? 0)
    expect(line.serious?.to).toBeLessThanOrEqual(600)
  })
  it('leaves out what is not there', () => {
    expect(fineLine({ ...finding, statutory: undefined }, scale, '', 600)).toBeNull()
    const bare = fineLine(finding, { ...scale, serious: null, hearing: '10000000.00' }, '', 600)
    expect(bare?.serious).toBeNull()
    expect(bare?.hearing).toBeNull()
    expect(bare?.proposed).toBeNull()
  })
  it('keeps a sum far outside on the line', () => {
    expect(fineLine(finding, scale, '99999999', 600)?.proposed?.at).toBeLessThanOrEqual(600)
  })
})

describe('the line of the fact', () => {
  it('shows only offences that count the same fact', () => {
    expect(baseLine(scale, 600)?.referral.map((each) => each.crime)).toEqual(['甲罪'])
  })
  it('is not drawn without a fact or with nothing on it', () => {
    expect(baseLine({ ...scale, base: null }, 600)).toBeNull()
    const nothing = { name: 'loss', title: '', value: '0.00', steps: [] }
    expect(baseLine({ ...scale, base: nothing }, 600)).toBeNull()
  })
})

it.each([['120000.00', '12万'], ['125000', '12.5万'], ['3500.00', '3,500'], ['0.50', '0.5'], ['10050', '10,050']])(
  '%s yuan is written %s',
  (sum, words) => expect(shortYuan(sum)).toBe(words),
)
