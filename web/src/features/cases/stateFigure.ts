import type { StateName, Why } from '@/api/types'

export interface Node extends StateName {
  lane: number
  row: number
  role: 'now' | 'passed' | 'next' | 'other'
}
export interface Line {
  from: string
  to: string
  label: string
  kind: 'passed' | 'next' | 'further'
}
export interface Figure {
  nodes: Node[]
  lines: Line[]
  rows: number
}

/** The last state of each column; the states come in the order of the path. */
const LANE_ENDS = ['NOT_FILED', 'IN_REVIEW', 'PANEL_PENDING', 'COURT_APPLIED', 'ARCHIVED']
/** What ends a case stands in the last column, wherever it begins. */
const ENDS = new Set(['TRANSFERRED', 'TERMINATED', 'PERFORMED', 'ENFORCEMENT_ENDED', 'CLOSING', 'CLOSED', 'ARCHIVED'])

/** The way of a complaint or report is one of its own. */
const COMPLAINT: Record<string, number> = { RECEIVED: 0, ACCEPTED: 1, REFUSED: 1, MEDIATING: 2, AGREED: 3, ENDED: 3 }

export const isOfComplaints = (state: string): boolean => state in COMPLAINT

function laneOf(code: string, states: readonly StateName[], now: string): number {
  if (isOfComplaints(now)) return COMPLAINT[code] ?? -1
  if (ENDS.has(code)) return LANE_ENDS.length - 1
  const place = (wanted: string) => states.findIndex((state) => state.code === wanted)
  const lane = LANE_ENDS.findIndex((end) => place(code) <= place(end))
  return lane === -1 ? -1 : lane
}

type Edge = readonly [from: string, to: string, by: string]

/** The states as the procedure names them, with the way of this case through them where it may go next, and where else the procedure leads from here. */
export function figureOf(why: Why, edges: readonly Edge[] = []): Figure {
  const passed = new Set(why.passages.flatMap((passage) => [passage.from.code, passage.to.code]))
  const next = new Set(why.next.flatMap((act) => act.leads_to.map((state) => state.code)))
  const rows = [0, 0, 0, 0, 0]
  const nodes: Node[] = []
  for (const state of why.states) {
    const lane = laneOf(state.code, why.states, why.state.code)
    if (state.code === 'NONE' || lane < 0) continue
    const code = state.code
    const role = code === why.state.code ? 'now' : next.has(code) ? 'next' : passed.has(code) ? 'passed' : 'other'
    nodes.push({ ...state, lane, row: rows[lane] ?? 0, role })
    rows[lane] = (rows[lane] ?? 0) + 1
  }
  return { nodes, lines: [...furtherLines(why, edges, next), ...passedLines(why), ...nextLines(why)], rows: Math.max(...rows) }
}

function passedLines(why: Why): Line[] {
  const lines = new Map<string, Line>()
  for (const { from, to, title } of why.passages) {
    if (from.code === 'NONE') continue
    lines.set(`${from.code} ${to.code}`, { from: from.code, to: to.code, label: title ?? '', kind: 'passed' })
  }
  return [...lines.values()]
}

function nextLines(why: Why): Line[] {
  const titles = new Map<string, string[]>()
  for (const act of why.next)
    for (const state of act.leads_to) titles.set(state.code, [...(titles.get(state.code) ?? []), act.title])
  return [...titles].map(([to, acts]) => ({ from: why.state.code, to, label: acts.join('、'), kind: 'next' }))
}

/** Ways out of the present state that something shuts today; to take back an act is no way on. */
function furtherLines(why: Why, edges: readonly Edge[], next: ReadonlySet<string>): Line[] {
  return edges
    .filter(([from, to, by]) => from === why.state.code && to !== from && !next.has(to) && by !== '作废')
    .map(([from, to, by]) => ({ from, to, label: by, kind: 'further' }))
}
