import { computed, watch } from 'vue'
import type { ActForm, CaseView } from '@/api/types'
import { clockTime, dateText, today } from '@/shared/format'
import { m } from '@/shared/messages'
import type { Lookup } from '@/shared/values/describe'
import type { FormState } from '../formValues'
import type { Hearing } from './hearing'
import { nextStep, partySignature, readRecord, stepsOf, writeRecord, type Entry, type Signature } from './record'

export interface Seat {
  role: string
  name: string
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
export const split = (text: string): string[] => text.split(/[、,，;；]/).map((each) => each.trim()).filter(Boolean)

interface Room {
  form: ActForm
  state: FormState
  view: CaseView
  hearing: Hearing
  lookup: () => Lookup
}

/** The record while it is written: one text in the draft, read as entries; who sits in the room; who signed. */
export function useRecord({ form, state, view, hearing, lookup }: Room) {
  const order = texts(form.values.steps)
  const third = texts(hearing.fixed?.data.third_persons)
  const person = (id: unknown) => (typeof id === 'string' ? (lookup().person?.(id) ?? id) : '')
  const r = m.hearing.roles

  const entries = computed<Entry[]>({
    get: () => readRecord(String(state.paper.record ?? '')),
    set: (now) => (state.paper.record = writeRecord(now)),
  })
  const begun = computed(() => stepsOf(entries.value))
  const next = computed(() => nextStep(order, begun.value, third.length > 0))
  const agents = computed({
    get: () => texts(state.data.agents).join('、'),
    set: (now: string) => (state.data.agents = split(now)),
  })
  const witnesses = computed({
    get: () => String(state.paper.witnesses ?? ''),
    set: (now: string) => (state.paper.witnesses = now),
  })

  const partyNames = computed(() => [...view.parties.map((party) => party.name), ...texts(state.data.agents)])
  const seats = computed<Seat[]>(() =>
    [
      { role: r.host, name: person(hearing.host?.data.host) },
      ...texts(hearing.host?.data.officers).map((id) => ({ role: r.officers, name: person(id) })),
      { role: r.recorder, name: person(hearing.fixed?.data.recorder) },
      ...view.handlers.map((each) => ({ role: r.handlers, name: each.name })),
      ...view.parties.map((party) => ({ role: r.party, name: party.name })),
      ...texts(state.data.agents).map((name) => ({ role: r.agents, name })),
      ...third.map((name) => ({ role: r.third, name })),
      ...split(witnesses.value).map((name) => ({ role: r.witnesses, name })),
    ].filter((seat) => seat.name !== ''),
  )

  const stored = computed(() => (Array.isArray(state.paper.signatures) ? (state.paper.signatures as (Signature & { role: string })[]) : []))
  /** A party that is represented, or did not come, does not sign. */
  const usual = (seat: Seat): Signature['outcome'] => (seat.role === r.party && state.data.party !== 'present' ? 'absent' : 'signed')
  const signatures = computed(() =>
    seats.value.map((seat) => {
      const kept = stored.value.find((each) => each.who === seat.name && each.role === seat.role)
      return { who: seat.name, role: seat.role, outcome: kept?.outcome ?? usual(seat), note: kept?.note ?? '' }
    }),
  )
  function sign(index: number, change: Partial<Signature>): void {
    state.paper.signatures = signatures.value.map((row, at) => (at === index ? { ...row, ...change } : row))
  }

  /** The hour is noted while the hearing is held, not when an earlier one is written up. */
  function begin(step: string): void {
    const live = dateText(String(state.data.from ?? '')) === today()
    entries.value = [...entries.value, { kind: 'step', step, time: live ? clockTime(Date.now()).slice(0, 5) : '', speaker: '', words: '' }]
  }
  function say(speaker: string, words: string): void {
    if (words.trim() === '') return
    entries.value = [...entries.value, { kind: speaker ? 'speech' : 'text', step: begun.value.at(-1) ?? '', time: '', speaker, words: words.trim() }]
  }
  const change = (index: number, words: string) => (entries.value = entries.value.map((entry, at) => (at === index ? { ...entry, words } : entry)))
  const remove = (index: number) => (entries.value = entries.value.filter((_entry, at) => at !== index))

  // What the act says follows from the record; an empty record leaves the proposals of the form alone.
  watch([entries, signatures], () => {
    if (entries.value.length === 0) return
    state.data.steps = begun.value
    state.data.signature = partySignature(signatures.value, partyNames.value)
    if (JSON.stringify(stored.value) !== JSON.stringify(signatures.value)) state.paper.signatures = signatures.value
  })

  return { order, entries, begun, next, agents, witnesses, seats, signatures, sign, begin, say, change, remove }
}
