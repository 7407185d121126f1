import { m } from '@/shared/messages'

export interface ClockLook {
  tone: 'late' | 'near' | 'calm' | 'past'
  words: string
}

/** Words and colour of a period; the words alone say everything. Near is what its warning days say. */
export function clockLook(status: string, daysLeft: number | undefined, warned: boolean): ClockLook {
  if (status === 'missed') {
    const words = daysLeft !== undefined && daysLeft < 0 ? m.clock.overdue(-daysLeft) : ''
    return { tone: 'late', words }
  }
  if (status !== 'running' || daysLeft === undefined) return { tone: 'past', words: '' }
  if (daysLeft < 0) return { tone: 'late', words: m.clock.overdue(-daysLeft) }
  if (daysLeft === 0) return { tone: 'late', words: m.clock.today }
  return { tone: warned ? 'near' : 'calm', words: m.clock.left(daysLeft) }
}
