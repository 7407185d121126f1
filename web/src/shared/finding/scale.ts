import type { Finding } from '@/api/types'

export interface ScaleBand {
  tier: string
  from: number
  to: number
  min: string
  max: string
  allowed: boolean
  recommended: boolean
}

export interface Scale {
  bands: ScaleBand[]
  low: string
  high: string
  proposed: { at: number; inside: boolean; amount: string } | null
}

/** Where bands and the proposed fine stand on a line; drawing only, the amounts are the server's. */
export function scaleOf(finding: Finding, proposedFine: string): Scale | null {
  const range = finding.statutory
  if (!range) return null
  const bands = Object.entries(finding.bands ?? {}).sort(([, a], [, b]) => Number(a.min) - Number(b.min))
  const ends = [range, ...bands.map(([, band]) => band)]
  const low = Math.min(...ends.map((end) => Number(end.min)))
  const high = Math.max(...ends.map((end) => Number(end.max)))
  const width = high - low || 1
  const place = (amount: number) => Math.min(Math.max(((amount - low) / width) * 100, 0), 100)
  const proposed = proposedFine === '' || Number.isNaN(Number(proposedFine)) ? null : Number(proposedFine)
  return {
    bands: bands.map(([tier, band]) => ({
      tier,
      from: place(Number(band.min)),
      to: place(Number(band.max)),
      min: band.min,
      max: band.max,
      allowed: finding.allowed_tiers?.includes(tier) ?? false,
      recommended: finding.recommended_tier === tier,
    })),
    low: range.min,
    high: range.max,
    proposed:
      proposed === null
        ? null
        : { at: place(proposed), inside: proposed >= low && proposed <= high, amount: proposedFine },
  }
}
