import { describe, expect, it } from 'vitest'
import type { Delegation } from '@/api/life'
import type { Proposal } from '@/api/types'
import { grantFor } from './useGrant'

const person = (id: string) => ({ id, name: id })
const grant = (more: Partial<Delegation> = {}): Delegation => ({
  id: 'g', principal: person('chief'), person: person('deputy'), role: 'CHIEF', role_title: '正职负责人', presiding: true, from: '2026-11-01', until: '2026-11-30',
  paper: '东市监授〔2026〕9号', reason: '', state: 'in_force', recorded_by: '', recorded_at: '', ...more,
})
const waiting = (kind: 'confirm' | 'approve', role: string, whom?: string, may_i = true) =>
  ({ status: 'waiting', may_i, waiting_for: { kind, role, label: '', ...(whom ? { person: person(whom) } : {}) } }) as Proposal

describe('grantFor', () => {
  it.each([
    ['the power that was given', waiting('approve', 'CHIEF'), ['LEADER'], grant(), true],
    ['his own post gives it', waiting('approve', 'LEADER'), ['LEADER'], grant({ role: 'LEADER' }), false],
    ['another power', waiting('approve', 'CHIEF'), ['LEADER'], grant({ role: 'UNIT_HEAD' }), false],
    ['a grant that has ended', waiting('approve', 'CHIEF'), ['LEADER'], grant({ state: 'ended' }), false],
    ['a grant to somebody else', waiting('approve', 'CHIEF'), ['LEADER'], grant({ person: person('other') }), false],
    ['it waits for others', waiting('approve', 'CHIEF', undefined, false), ['LEADER'], grant(), false],
    ['in the place of the one who is waited for', waiting('confirm', 'REVIEWER', 'chief'), ['REVIEWER'], grant({ role: 'REVIEWER' }), true],
    ['in the place of somebody else', waiting('confirm', 'REVIEWER', 'third'), ['REVIEWER'], grant({ role: 'REVIEWER' }), false],
    ['he is waited for himself', waiting('confirm', 'REVIEWER', 'deputy'), ['REVIEWER'], grant({ role: 'REVIEWER' }), false],
  ])('%s', (_why, proposal, own, given, under) => expect(grantFor(proposal, 'deputy', own, [given])?.paper).toBe(under ? given.paper : undefined))
})
