import type { CaseView, Clock, TimelineAct } from '@/api/types'

export interface Point {
  id: string
  text: string
  adopted?: boolean
  reason?: string
}

export interface Source {
  n: number
  title: string
  at: string
  text: string
}

/** One case on one page, as its acts tell it; nothing here is judged. */
export interface Brief {
  parties: CaseView['parties']
  penalty: Record<string, unknown>
  facts: string
  evidence: Source[]
  reviews: { n: number; at: string; by: string; kind: string; outcome: string; opinion: string }[]
  noticeOn?: string
  waivedOn?: string
  points: Point[]
  hearing?: Source
  panels: TimelineAct[]
  late: { n: number; title: string; days: number }[]
  missed: Clock[]
  running: Clock[]
}

const EVIDENCE = new Set(['onsite_check', 'interview', 'collect_evidence', 'collect_e_data', 'take_sample', 'receive_test_result', 'determine_gains', 'check_correction'])
const NOTICE = 37
/** The officers' own words on the facts, the latest first. */
const FACTS = ['decide', 'approve_notice', 'report_investigation', 'decline_filing', 'file_case']

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const rows = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : [])
const names = (act: TimelineAct) => act.by.map((person) => person.name).join('、')

function factsOf(view: CaseView, acts: readonly TimelineAct[]): string {
  for (const kind of FACTS) {
    const paper = acts.findLast((act) => act.act === kind)?.paper
    const words = text(paper?.facts) || text(paper?.checked)
    if (words !== '') return words
  }
  return text(view.facts.content) || view.cause
}

/** What the party said, point by point, and what became of each (行政处罚法 第四十五条). */
export function pointsOf(acts: readonly TimelineAct[]): Point[] {
  const points: Point[] = acts
    .filter((act) => act.act === 'answer_notice')
    .flatMap((act) => rows(act.data.points).map((point) => ({ id: text(point.id), text: text(point.text) })))
  for (const act of acts.filter((each) => each.act === 'recheck')) {
    for (const checked of rows(act.data.points)) {
      const point = points.find((each) => each.id === checked.id)
      if (point) Object.assign(point, { adopted: checked.adopted === true, reason: text(checked.reason) })
    }
  }
  return points
}

/** What is proposed, notified or decided last. */
function penaltyOf(acts: readonly TimelineAct[]): Record<string, unknown> {
  return (acts.findLast((act) => act.data.penalty !== undefined)?.data.penalty ?? {}) as Record<string, unknown>
}

function hearingOf(acts: readonly TimelineAct[]): Source | undefined {
  const act = acts.findLast((each) => ['report_hearing', 'end_hearing', 'hold_hearing'].includes(each.act))
  if (!act) return undefined
  return { n: act.n, title: act.title, at: act.at, text: text(act.paper.report) || (act.summary ?? '') }
}

/** Of several parties one may be asked for: what was done for all and what was done for that one. */
export function briefOf(view: CaseView, recorded: readonly TimelineAct[], party = ''): Brief {
  const isOurs = (of: string | undefined) => party === '' || of === undefined || of === '' || of === party
  const acts = recorded.filter((act) => !act.struck && isOurs(act.party))
  const clocks = view.clocks.filter((clock) => isOurs(clock.party))
  const excluded = new Set(acts.filter((act) => act.act === 'exclude_evidence').map((act) => Number(act.data.of)))
  const notice = acts.findLast((act) => act.act === 'serve' && act.data.document === NOTICE && act.data.outcome === 'served')
  const waiver = acts.findLast((act) => act.act === 'waive_answer')
  const hearing = hearingOf(acts)
  return {
    parties: view.parties.filter((each) => isOurs(each.id)),
    penalty: penaltyOf(acts),
    facts: factsOf(view, acts),
    evidence: acts
      .filter((act) => EVIDENCE.has(act.act) && !excluded.has(act.n))
      .map((act) => ({ n: act.n, title: act.title, at: act.at, text: act.summary ?? '' })),
    reviews: acts
      .filter((act) => act.act === 'review')
      .map((act) => ({ n: act.n, at: act.at, by: names(act), kind: text(act.data.kind), outcome: text(act.data.outcome), opinion: text(act.data.opinion) })),
    ...(notice ? { noticeOn: text(notice.data.signed_on) || notice.at.slice(0, 10) } : {}),
    ...(waiver ? { waivedOn: text(waiver.data.signed_on) || waiver.at.slice(0, 10) } : {}),
    points: pointsOf(acts),
    ...(hearing ? { hearing } : {}),
    panels: acts.filter((act) => act.act === 'panel_discuss'),
    late: acts.filter((act) => act.backdated_days > 0).map((act) => ({ n: act.n, title: act.title, days: act.backdated_days })),
    missed: clocks.filter((clock) => clock.status === 'missed'),
    running: clocks.filter((clock) => clock.status === 'running' || clock.status === 'paused'),
  }
}
