import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** From a state, to a state, by these acts. */
export type StateEdge = [from: string, to: string, by: string]

const EDGE = /^ {4}([A-Z_]+) --> ([A-Z_]+): (.+)$/

/** The edges of the figure in docs/procedure.md, which the program writes from the procedure itself. */
export function stateEdges(): StateEdge[] {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'procedure.md'), 'utf8')
  return page.split('\n').flatMap((line): StateEdge[] => {
    const [, from, to, by] = EDGE.exec(line) ?? []
    return from && to && by ? [[from, to, by]] : []
  })
}
