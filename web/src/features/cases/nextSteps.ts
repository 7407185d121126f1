import type { CaseView, OpenAct, Proposal } from '@/api/types'

export interface NextSteps {
  mine: OpenAct[]
  waiting: Proposal[]
  toSign: Proposal[]
}

/** What the signed-in person may do next, in the order of the task list; what waits for somebody else. */
export function nextSteps(view: CaseView): NextSteps {
  const open = new Map(view.open.filter((act) => act.may_i).map((act) => [act.act, act]))
  const ready = view.tasks.filter((task) => task.status === 'can_start' || task.status === 'begun')
  // A complaint has no list of tasks: what its own acts allow is what comes next.
  const ofComplaint = view.track === 'complaint' ? [...open.values()].filter((act) => act.phase === 'complaint') : []
  const mine = view.track === 'complaint' ? ofComplaint : ready.flatMap((task) => (task.act ? (open.get(task.act) ?? []) : []))
  const waiting = view.proposals.filter((proposal) => proposal.status === 'waiting')
  return {
    mine: [...new Set(mine)],
    toSign: waiting.filter((proposal) => proposal.may_i),
    waiting: waiting.filter((proposal) => !proposal.may_i),
  }
}

export interface PhaseGroup {
  phase: string
  acts: OpenAct[]
}

/** Open acts grouped by phase, those of the signed-in person first. */
export function byPhase(acts: readonly OpenAct[]): PhaseGroup[] {
  const groups = new Map<string, OpenAct[]>()
  for (const act of acts) groups.set(act.phase, [...(groups.get(act.phase) ?? []), act])
  return [...groups].map(([phase, members]) => ({
    phase,
    acts: [...members].sort((left, right) => Number(right.may_i) - Number(left.may_i)),
  }))
}
