import { computed, reactive } from 'vue'
import type { Colleague } from '@/api/types'
import type { DelegationPaper } from '@/api/life'
import { today } from '@/shared/format'

const POWERS = ['LEADER', 'CHIEF', 'UNIT_HEAD']
const ADMINISTRATORS = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']

/** Whom to offer for a role; whether the grant is lawful the server says. */
export function candidates(people: Colleague[], principal: Colleague | undefined, role: string): Colleague[] {
  if (!principal || role === '') return []
  return people.filter((person) => {
    if (person.id === principal.id || person.roles.some((each) => ADMINISTRATORS.includes(each))) return false
    if (role === 'UNIT_HEAD') return person.unit === principal.unit
    return POWERS.includes(role) || person.roles.includes(role)
  })
}

/** The paper as it is typed. What no longer fits after another choice is emptied. */
export function useDelegation(people: () => Colleague[]) {
  const paper = reactive<DelegationPaper & { reason: string; presiding: boolean }>({
    principal: '', person: '', role: '', from: today(), until: today(), paper: '', reason: '', presiding: false,
  })
  const principal = computed(() => people().find((person) => person.id === paper.principal))
  const roles = computed(() => (principal.value?.roles ?? []).filter((role) => !ADMINISTRATORS.includes(role)))
  const persons = computed(() => candidates(people(), principal.value, paper.role))
  const ready = computed(
    () => paper.principal !== '' && paper.person !== '' && paper.role !== '' && paper.paper.trim() !== '' && paper.from <= paper.until,
  )

  function choosePrincipal(id: string): void {
    paper.principal = id
    chooseRole(roles.value[0] ?? '')
  }
  function chooseRole(role: string): void {
    paper.role = role
    paper.presiding = false
    keepPerson()
  }
  function keepPerson(): void {
    if (!persons.value.some((person) => person.id === paper.person)) paper.person = ''
  }
  function clear(): void {
    Object.assign(paper, { principal: '', person: '', role: '', from: today(), until: today(), paper: '', reason: '', presiding: false })
  }
  return { paper, roles, persons, ready, choosePrincipal, chooseRole, clear }
}
