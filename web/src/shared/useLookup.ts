import { computed, ref, watch } from 'vue'
import { catalogue, evidence } from '@/api/calls'
import type { Colleague, Evidence, Violation } from '@/api/types'
import { useProcedure } from './useProcedure'
import type { Lookup } from './values/describe'

let people: Promise<Colleague[]> | null = null
let violations: Promise<Violation[]> | null = null

export function loadPeople(): Promise<Colleague[]> {
  people ??= catalogue.people().catch(() => {
    people = null
    return []
  })
  return people
}

export function loadViolations(): Promise<Violation[]> {
  violations ??= catalogue.violations().catch(() => {
    violations = null
    return []
  })
  return violations
}

/** Another person signs in: what was read for the one before is forgotten. */
export function forgetLookups(): void {
  people = null
  violations = null
}

const evidenceOf = new Map<string, Promise<Evidence[]>>()

function loadEvidence(no: string): Promise<Evidence[]> {
  const known = evidenceOf.get(no)
  if (known) return known
  const loading = evidence.list(no).catch(() => [])
  evidenceOf.clear()
  evidenceOf.set(no, loading)
  return loading
}

export function forgetEvidence(no: string): void {
  evidenceOf.delete(no)
}

/** Names for ids, as far as this person may read them; an id without a name is shown as it stands. */
export function useLookup(no: () => string) {
  const names = ref(new Map<string, string>())
  const titles = ref(new Map<string, string>())
  const procedure = useProcedure()
  const media = ref(new Map<string, string>())
  void loadPeople().then((all) => (names.value = new Map(all.map((person) => [person.id, person.name]))))
  void loadViolations().then((all) => (titles.value = new Map(all.map((each) => [each.id, each.name]))))
  watch(
    no,
    async (now) => {
      if (now === '') return
      const all = await loadEvidence(now)
      media.value = new Map(all.map((each) => [each.id, `${each.no} ${each.name}`]))
    },
    { immediate: true },
  )
  return computed<Lookup>(() => ({
    person: (id) => names.value.get(id),
    violation: (id) => titles.value.get(id),
    document: (no) => procedure.procedure?.documents[no]?.title,
    evidence: (id) => media.value.get(id),
  }))
}
