import type { Data, Field, PartyInput } from '@/api/types'
import { m } from '@/shared/messages'
import { prunedData } from './formValues'

const l = m.casePage.partyLabels
const field = (name: string, label: string | undefined, type = 'text', required = false): Field => ({
  name,
  label: label ?? name,
  type,
  required,
})

const kindField: Field = {
  name: 'kind',
  label: m.clue.partyKind,
  type: 'choice',
  required: true,
  choices: Object.entries(m.casePage.partyKinds).map(([value, label]) => ({ value, label })),
}

/** What is asked of a party depends on its kind: a person has a card and a birthday, an organisation a code. */
export function partyFields(kind: unknown): Field[] {
  const person = kind === 'person'
  const both = kind === 'sole_trader'
  const own = person || both ? [field('id_no', l.id_no), field('born', l.born, 'date')] : []
  const business = person
    ? []
    : [field('code', l.code), field('legal_representative', both ? m.clue.operator : l.legal_representative)]
  const sex = person || both ? [{ ...field('gender', l.gender, 'choice'), choices: m.clue.genders.map((value) => ({ value, label: value })) }] : []
  const trade = both ? [field('trade_name', l.trade_name)] : []
  const size = person ? [] : [{ ...field('size', l.size, 'choice'), choices: Object.entries(m.clue.sizes).map(([value, label]) => ({ value, label })) }]
  return [
    kindField,
    field('name', m.clue.partyName, 'text', true),
    ...trade,
    ...business,
    ...own,
    ...sex,
    field('address', l.address),
    field('phone', l.phone),
    field('region', l.region),
    ...size,
  ]
}

const OWN = ['kind', 'name', 'code', 'id_no', 'born', 'region']

/** Splits what was typed into the party's own members and its details. */
export function partyInput(typed: Data): PartyInput {
  const wanted = new Set(partyFields(typed.kind).map((each) => each.name))
  const filled = Object.entries(prunedData(typed)).filter(([name]) => wanted.has(name))
  const own = filled.filter(([name]) => OWN.includes(name))
  const details = filled.filter(([name]) => !OWN.includes(name))
  return {
    ...Object.fromEntries(own),
    ...(details.length > 0 ? { details: Object.fromEntries(details) } : {}),
  } as PartyInput
}
