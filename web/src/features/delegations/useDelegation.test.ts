import { describe, expect, it } from 'vitest'
import type { Colleague } from '@/api/types'
import { candidates, useDelegation } from './useDelegation'

const person = (id: string, unit: string, ...roles: string[]): Colleague => ({
  id, name: id, roles, unit, unit_name: unit, certificate_no: '',
})
const people = [
  person('lu', 'bureau', 'LEADER'),
  person('qian', 'donghu', 'UNIT_HEAD'),
  person('he', 'donghu', 'HANDLER'),
  person('tang', 'nanqiao', 'HANDLER'),
  person('song', 'legal', 'LEGAL'),
  person('bai', 'office', 'SYSTEM_ADMIN'),
]
const offered = (principal: string, role: string) =>
  candidates(people, people.find((each) => each.id === principal), role).map((each) => each.id)

describe('whom a grant may name', () => {
  it.each([
    ['a leader’s power goes to anybody but administrators', 'lu', 'LEADER', ['qian', 'he', 'tang', 'song']],
    ['a unit head’s stays in the unit', 'qian', 'UNIT_HEAD', ['he']],
    ['an officer is stood in for by officers', 'he', 'HANDLER', ['tang']],
    ['nobody else is a legal reviewer', 'song', 'LEGAL', []],
    ['no role is chosen yet', 'lu', '', []],
  ])('%s', (_why, principal, role, expected) => expect(offered(principal, role)).toEqual(expected))
})

describe('the paper', () => {
  it('empties the person whom another choice rules out', () => {
    const { paper, choosePrincipal, persons } = useDelegation(() => people)
    choosePrincipal('lu')
    expect(paper.role).toBe('LEADER')
    paper.person = 'tang'
    choosePrincipal('qian')
    expect(persons.value.map((each) => each.id)).toEqual(['he'])
    expect(paper.person).toBe('')
  })
  it('is ready with people, number and days in order', () => {
    const { paper, choosePrincipal, ready } = useDelegation(() => people)
    choosePrincipal('lu')
    paper.person = 'song'
    expect(ready.value).toBe(false)
    paper.paper = '东市监授〔2026〕1号'
    expect(ready.value).toBe(true)
    paper.until = '2000-01-01'
    expect(ready.value).toBe(false)
  })
})
