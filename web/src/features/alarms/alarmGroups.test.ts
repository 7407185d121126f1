import { describe, expect, it } from 'vitest'
import type { Alarm } from '@/api/life'
import { daysOf, groupsOf } from './alarmGroups'

const alarm = (kind: Alarm['kind'], no: string): Alarm => ({
  kind, case_no: no, cause: '', party: '', handlers: [], title: '', says: '', due: '2026-11-20', days_left: 0, provisional: false, cures: [],
})

describe('groups of alarms', () => {
  it('stand by urgency, whatever order they come in', () => {
    const groups = groupsOf([alarm('warning', 'a'), alarm('unlawful_hold', 'b'), alarm('warning', 'c'), alarm('overdue', 'd')])
    expect(groups.map((group) => group.kind)).toEqual(['unlawful_hold', 'overdue', 'warning'])
    expect(groups[2]?.rows.map((row) => row.case_no)).toEqual(['a', 'c'])
  })
  it('are none where there is no alarm', () => expect(groupsOf([])).toEqual([]))
})

describe('warning days', () => {
  it.each([
    ['30、15、5', [30, 15, 5]],
    ['30 15,5', [30, 15, 5]],
    ['', []],
    ['0', null],
    ['366', null],
    ['-3', null],
    ['3.5', null],
    ['三', null],
  ])('%s', (text, days) => expect(daysOf(text)).toEqual(days))
})
