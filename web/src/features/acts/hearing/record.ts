import { m } from '@/shared/messages'

/** One thing said in a hearing, or, without a speaker, the beginning of a step. */
export interface Entry {
  kind: 'step' | 'speech' | 'text'
  step: string
  time: string
  speaker: string
  words: string
}

const STEP = /^〔(.+?)〕(?:\s*(\d\d:\d\d))?$/
const SPEECH = /^([^：\s][^：]{0,60})：(.*)$/
/** A line that goes on is indented, so that a colon in it does not make a speaker. */
const INDENT = '　　'

/** The record is one text, as the paper prints it; the room reads it as what was said by whom in which step. */
export function readRecord(text: string): Entry[] {
  const entries: Entry[] = []
  let step = ''
  for (const line of text.split('\n')) {
    const begun = STEP.exec(line)
    const said = SPEECH.exec(line)
    const last = entries.at(-1)
    if (begun) {
      step = begun[1] ?? ''
      entries.push({ kind: 'step', step, time: begun[2] ?? '', speaker: '', words: '' })
    } else if (line.startsWith(INDENT) && last && last.kind !== 'step') {
      last.words += '\n' + line.slice(INDENT.length)
    } else if (said) {
      entries.push({ kind: 'speech', step, time: '', speaker: said[1] ?? '', words: said[2] ?? '' })
    } else if (line.trim() !== '') {
      entries.push({ kind: 'text', step, time: '', speaker: '', words: line })
    }
  }
  return entries
}

const lines = (words: string) => words.split('\n').join('\n' + INDENT)

export function writeRecord(entries: readonly Entry[]): string {
  return entries
    .map((entry) => {
      if (entry.kind === 'step') return `〔${entry.step}〕${entry.time ? ' ' + entry.time : ''}`
      return entry.kind === 'speech' ? `${entry.speaker}：${lines(entry.words)}` : lines(entry.words)
    })
    .join('\n')
}

/** Steps begun so far, in the order in which they were begun. */
export function stepsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.filter((entry) => entry.kind === 'step').map((entry) => entry.step))]
}

/** The next step that has not begun; a step of third persons is passed over where there are none. */
export function nextStep(order: readonly string[], begun: readonly string[], thirdPersons: boolean): string | undefined {
  const last = Math.max(-1, ...begun.map((step) => order.indexOf(step)))
  return order.slice(last + 1).find((step) => thirdPersons || !step.startsWith(m.hearing.thirdPerson))
}

export interface Signature {
  who: string
  outcome: 'signed' | 'refused' | 'absent'
  note?: string
}

/** What the act says of the party's signature: a single refusal is a refusal (听证办法 第二十八条). */
export function partySignature(rows: readonly Signature[], party: readonly string[]): Signature['outcome'] {
  const own = rows.filter((row) => party.includes(row.who))
  if (own.some((row) => row.outcome === 'refused')) return 'refused'
  return own.some((row) => row.outcome === 'signed') ? 'signed' : 'absent'
}
