import type { CaseView, TimelineAct } from '@/api/types'

/** One round of typing, and the acts that follow from it as soon as the approvals before them are there. */
export interface Stage {
  id: 'prepare' | 'notify' | 'deliver'
  typed: readonly string[]
  then: readonly string[]
}

/**
 * 简案快办 (procedure.md §14) is the ordinary procedure: forms and submissions are put together, no act, no
 * person and no approval is left out. Every act is recorded by itself, with its own signatures.
 */
export const stages: readonly Stage[] = [
  { id: 'prepare', typed: ['file_case', 'report_investigation'], then: ['send_review', 'approve_notice'] },
  { id: 'notify', typed: ['serve', 'waive_answer'], then: ['decide'] },
  { id: 'deliver', typed: ['serve'], then: [] },
]

export type StepState = 'done' | 'waiting' | 'ready' | 'later'
export interface Step {
  act: string
  /** The how-manieth act of this type it is: papers are served twice. */
  nth: number
  state: StepState
}

const order = stages.flatMap((stage) => [...stage.typed, ...stage.then])
export const actsOf = (stage: Stage): string[] => [...stage.typed, ...stage.then]

/** Services of the papers this way serves, not of an order to correct or of another paper. */
const served = (act: TimelineAct) => [37, 45, 46].includes(Number(act.data.document))
const counts = (act: TimelineAct) => !act.struck && (act.act !== 'serve' || served(act))

/** Where every act of the way stands, by what is recorded and what waits for a signature. */
export function stepsOf(view: CaseView, recorded: readonly TimelineAct[]): Step[] {
  const had = new Map<string, number>()
  for (const act of recorded.filter(counts)) had.set(act.act, (had.get(act.act) ?? 0) + 1)
  const open = new Set(view.open.filter((act) => act.may_i).map((act) => act.act))
  const waiting = new Set(view.proposals.filter((proposal) => proposal.status === 'waiting').map((proposal) => proposal.act))
  const seen = new Map<string, number>()
  let before = true
  return order.map((act) => {
    const nth = (seen.get(act) ?? 0) + 1
    seen.set(act, nth)
    const done = (had.get(act) ?? 0) >= nth
    const state: StepState = done ? 'done' : waiting.has(act) && before ? 'waiting' : before && open.has(act) ? 'ready' : 'later'
    before = before && done
    return { act, nth, state }
  })
}

/** The round that is still to be typed or under way; none when the decision has been served. */
export function stageNow(steps: readonly Step[]): number {
  let first = 0
  for (const [index, stage] of stages.entries()) {
    const mine = steps.slice(first, first + actsOf(stage).length)
    if (mine.some((step) => step.state !== 'done')) return index
    first += mine.length
  }
  return -1
}
