import { expect, it } from 'vitest'
import { planOf } from './plan'

const form = { at: '2026-04-17T09:00:00+08:00', place: ' 三楼 ', chair: 'b', recorder: 'c', members: ['a'], attending: '宋岩、周敏', cases: '990101-2026-000001\n990101-2026-000002 ' }

it('the chair is a member, lists are read however they are typed', () => {
  expect(planOf(form)).toEqual({
    held_at: form.at,
    place: '三楼',
    chair: 'b',
    recorder: 'c',
    members: ['a', 'b'],
    attending: ['宋岩', '周敏'],
    cases: ['990101-2026-000001', '990101-2026-000002'],
  })
})

it('nothing typed asks for nothing twice', () => {
  expect(planOf({ ...form, members: ['b', 'a'], attending: '', cases: '' })).toMatchObject({ members: ['b', 'a'], attending: [], cases: [] })
})
