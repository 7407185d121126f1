import { expect, it } from 'vitest'
import type { Finding } from '@/api/types'
import { scaleOf } from './scale'

const band = (min: string, max: string) => ({ min, max, min_incl: true, max_incl: true })
const finding: Finding = {
  outcome: 'penalty',
  statutory: { min: '50000.00', max: '100000.00' },
  allowed_tiers: ['aggravated'],
  recommended_tier: 'aggravated',
  bands: { aggravated: band('85000.00', '100000.00'), lenient: band('50000.00', '65000.00') },
}

it('draws bands in order along the range', () => {
  const scale = scaleOf(finding, '86000')
  expect(scale?.bands.map((each) => [each.tier, each.from, each.to])).toEqual([['lenient', 0, 30], ['aggravated', 70, 100]])
  expect(scale?.bands[1]).toMatchObject({ allowed: true, recommended: true })
  expect(scale?.proposed).toMatchObject({ at: 72, inside: true })
})

it.each([
  ['40000', 0, false, 'below the range stands at its low end'],
  ['200000', 100, false, 'above it at the high end'],
])('a fine of %s', (fine, at, inside) => expect(scaleOf(finding, fine)?.proposed).toMatchObject({ at, inside }))

it('a mitigated band below the statutory minimum widens the line', () => {
  const scale = scaleOf({ ...finding, bands: { ...finding.bands, mitigated: band('5000.00', '50000.00') } }, '')
  expect(scale?.bands[0]).toMatchObject({ tier: 'mitigated', from: 0 })
  expect(scale?.proposed).toBeNull()
})

it('nothing to draw without a range, and a fixed sum does not divide by zero', () => {
  expect(scaleOf({ outcome: 'no_fine' }, '')).toBeNull()
  expect(scaleOf({ outcome: 'penalty', statutory: { min: '500.00', max: '500.00' } }, '500')?.proposed?.at).toBe(0)
})
