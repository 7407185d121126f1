import type { CaseView, Clock, TimelineAct } from '@/api/types'

/** The hearing of a case as its acts tell it: the last one asked for, and what happened since. */
export interface Hearing {
  request?: TimelineAct
  host?: TimelineAct
  handed?: TimelineAct
  fixed?: TimelineAct
  notified?: TimelineAct
  announced?: TimelineAct
  held?: TimelineAct
  suspended?: TimelineAct
  resumed?: TimelineAct
  ended?: TimelineAct
  report?: TimelineAct
  recusals: TimelineAct[]
}

/** A part of the hearing: the acts are fixed, the member of the hearing says which of them was recorded. */
const MEMBERS: Record<string, Exclude<keyof Hearing, 'recusals'>> = {
  request_hearing: 'request',
  name_host: 'host',
  hand_file_to_host: 'handed',
  fix_hearing: 'fixed',
  announce_hearing: 'announced',
  hold_hearing: 'held',
  suspend_hearing: 'suspended',
  resume_hearing: 'resumed',
  end_hearing: 'ended',
  report_hearing: 'report',
}

const HEARING_NOTICE = 39

export function hearingOf(acts: readonly TimelineAct[]): Hearing {
  let hearing: Hearing = { recusals: [] }
  for (const act of acts) {
    if (act.struck) continue
    const member = MEMBERS[act.act]
    if (act.act === 'request_hearing') hearing = { request: act, recusals: hearing.recusals }
    else if (member) hearing[member] = act
    // A new day asks for a new notice (听证办法 第二十条).
    if (act.act === 'fix_hearing' || act.act === 'resume_hearing') {
      delete hearing.notified
      delete hearing.announced
    }
    // What goes on after a suspension (听证办法 第二十六条) is held again.
    if (act.act === 'resume_hearing') delete hearing.held
    if (act.act === 'serve' && act.data.document === HEARING_NOTICE && act.data.outcome === 'served') hearing.notified = act
    if (act.act === 'request_recusal' || act.act === 'decide_recusal') hearing.recusals.push(act)
  }
  return hearing
}

export const isPublic = (hearing: Hearing): boolean => hearing.fixed?.data.public !== false

export interface Stage {
  act: string
  clock?: string
  done?: TimelineAct
  state: 'done' | 'mine' | 'others' | 'shut'
  waits?: string
}

const ORDER: { act: string; member: Exclude<keyof Hearing, 'recusals'>; clock?: string }[] = [
  { act: 'request_hearing', member: 'request', clock: 'HEAR_REQ' },
  { act: 'name_host', member: 'host', clock: 'HEAR_HOST' },
  { act: 'hand_file_to_host', member: 'handed', clock: 'HEAR_FILE' },
  { act: 'fix_hearing', member: 'fixed', clock: 'HEAR_FIX' },
  { act: 'serve', member: 'notified', clock: 'HEAR_NOTICE' },
  { act: 'announce_hearing', member: 'announced', clock: 'HEAR_PUBLIC' },
  { act: 'hold_hearing', member: 'held' },
  { act: 'report_hearing', member: 'report', clock: 'HEAR_REPORT' },
]

/** The stages in the order of the law; whether an act is open is what the server says. */
export function stagesOf(view: CaseView, hearing: Hearing): Stage[] {
  const open = new Map(view.open.map((act) => [act.act, act]))
  const shut = new Map(view.shut.map((act) => [act.act, act]))
  return ORDER.filter((stage) => stage.act !== 'announce_hearing' || isPublic(hearing)).map(({ act, member, clock }) => {
    const done = hearing[member]
    const offered = open.get(act)
    const state = done ? 'done' : offered?.may_i ? 'mine' : offered ? 'others' : 'shut'
    const waits = state === 'shut' ? shut.get(act)?.message : undefined
    return { act, state, ...(clock ? { clock } : {}), ...(done ? { done } : {}), ...(waits ? { waits } : {}) }
  })
}

/** Where the room opens: at the first stage that is not done, unless the hearing is over. */
export function currentStage(stages: readonly Stage[], hearing: Hearing): string {
  if (hearing.ended) return 'end_hearing'
  return stages.find((stage) => stage.state !== 'done')?.act ?? 'report_hearing'
}

export const clockOf = (clocks: readonly Clock[], code: string | undefined): Clock | undefined =>
  code === undefined ? undefined : clocks.findLast((clock) => clock.code === code)
