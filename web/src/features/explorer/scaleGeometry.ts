import type { Finding, PenaltyScale } from '@/api/types'

export interface Stretch {
  from: number
  to: number
  low: string
  high: string
}

export interface TierStretch extends Stretch {
  tier: string
  allowed: boolean
  recommended: boolean
}

export interface FineLine {
  span: Stretch
  tiers: TierStretch[]
  serious: Stretch | null
  hearing: { at: number; sum: string } | null
  proposed: { at: number; sum: string } | null
}

/** A number for drawing only; the sums themselves stay the server's texts. */
const size = (sum: string) => Number(sum)

/** 120000 → 12万; 3500 → 3,500: short enough to stand on a line. */
export function shortYuan(sum: string): string {
  const value = Math.round(size(sum) * 100) / 100
  if (value >= 10_000 && value % 100 === 0) return `${value / 10_000}万`
  return value.toLocaleString('en-US')
}

function scaleTo(width: number, most: number): (sum: string) => number {
  return (sum) => (most === 0 ? 0 : Math.round((size(sum) / most) * width * 10) / 10)
}

/** Where everything of a fine stands on a line from 0 to the highest sum shown; null without a range. */
export function fineLine(finding: Finding, scale: PenaltyScale, proposed: string, width: number): FineLine | null {
  const range = finding.statutory
  if (!range) return null
  const ordinary = scale.ordinary ?? range
  const inForce = finding.limb === 'serious' ? range : ordinary
  const isSum = proposed !== '' && Number.isFinite(Number(proposed))
  const drawn = [inForce.max, range.max, ...(scale.serious ? [scale.serious.max] : [])]
  const highest = Math.max(...drawn.map(size))
  const hearingFits = size(scale.hearing) > 0 && size(scale.hearing) <= highest * 1.6
  const most = Math.max(highest, hearingFits ? size(scale.hearing) : 0, isSum ? Math.min(size(proposed), highest * 1.6) : 0)
  const x = scaleTo(width, most * 1.04)
  const stretch = (of: { min: string; max: string }): Stretch => ({ from: x(of.min), to: x(of.max), low: of.min, high: of.max })
  const differs = scale.serious && (scale.serious.min !== inForce.min || scale.serious.max !== inForce.max)
  return {
    span: stretch(inForce),
    tiers: Object.entries(scale.bands).map(([tier, band]) => ({
      ...stretch(band),
      tier,
      allowed: finding.allowed_tiers?.includes(tier) ?? false,
      recommended: finding.recommended_tier === tier,
    })),
    serious: scale.serious && (differs || finding.limb === 'serious') ? stretch(scale.serious) : null,
    hearing: hearingFits ? { at: x(scale.hearing), sum: scale.hearing } : null,
    proposed: isSum ? { at: Math.min(x(proposed), width), sum: proposed } : null,
  }
}

export interface BaseLine {
  title: string
  value: { at: number; sum: string }
  steps: { at: number; sum: string }[]
  referral: { at: number; sum: string; crime: string }[]
}

/** The line of the fact the law counts by: where its brackets change, and where an offence begins on the same fact. */
export function baseLine(scale: PenaltyScale, width: number): BaseLine | null {
  const base = scale.base
  if (!base) return null
  const referral = scale.referral.filter((each) => each.name === base.name)
  const most = Math.max(size(base.value), ...base.steps.map(size), ...referral.map((each) => size(each.at)))
  if (most === 0) return null
  const x = scaleTo(width, most * 1.15)
  return {
    title: base.title,
    value: { at: x(base.value), sum: base.value },
    steps: base.steps.map((sum) => ({ at: x(sum), sum })),
    referral: referral.map((each) => ({ at: x(each.at), sum: each.at, crime: each.crime })),
  }
}
