import { expect, it } from 'vitest'
import type { PanelItem, PanelMeeting } from '@/api/types'
import { formOf, noCases, planOf } from './plan'

const form = { at: '2026-04-17T09:00:00+08:00', place: ' 三楼 ', chair: 'b', recorder: 'c', members: ['a'], attending: '宋岩、周敏', cases: { ...noCases(), decision: '990101-2026-000001\n990101-2026-000002 ', extension: '990101-2026-000003' } }

it('the chair is a member, lists are read however they are typed', () => {
  expect(planOf(form)).toEqual({
    held_at: form.at,
    place: '三楼',
    chair: 'b',
    recorder: 'c',
    members: ['a', 'b'],
    attending: ['宋岩', '周敏'],
    cases: [
      { no: '990101-2026-000001', purpose: 'decision' },
      { no: '990101-2026-000002', purpose: 'decision' },
      { no: '990101-2026-000003', purpose: 'extension' },
    ],
  })
})

it('nothing typed asks for nothing twice', () => {
  expect(planOf({ ...form, members: ['b', 'a'], attending: '', cases: noCases() })).toMatchObject({ members: ['b', 'a'], attending: [], cases: [] })
})

it('a called meeting comes back as it was planned; a case of two parties stands once', () => {
  const item = (case_no: string, party: string, purpose: PanelItem['purpose']) => ({ case_no, party, purpose }) as PanelItem
  const items = [item('990101-2026-000001', 'p1', 'decision'), item('990101-2026-000001', 'p2', 'decision'), item('990101-2026-000003', '', 'extension')]
  const meeting = { held_at: form.at, place: '三楼', chair: 'b', recorder: 'c', members: ['a', 'b'], attending: ['宋岩'], items } as PanelMeeting
  expect(planOf(formOf(meeting)).cases).toEqual([
    { no: '990101-2026-000001', purpose: 'decision' },
    { no: '990101-2026-000003', purpose: 'extension' },
  ])
})
