import { computed, ref, watch } from 'vue'
import type { BenchmarkSubject, BenchmarkTable } from '@/api/types'

/** What a person says each violation is, before it is saved: an item, '' for none, null for not yet known. */
export function useMapping(table: () => BenchmarkTable) {
  const chosen = ref<(string | null)[]>([])
  watch(
    () => table().lock,
    () => (chosen.value = table().subjects.map((subject) => subject.item)),
    { immediate: true },
  )

  const changed = computed(() =>
    table()
      .subjects.filter((subject) => (chosen.value[subject.subject] ?? null) !== subject.item)
      .map((subject) => ({ subject: subject.subject, item: chosen.value[subject.subject] ?? null })),
  )
  const confirmed = computed(() => chosen.value.filter((item) => item !== null).length)

  function acceptAll(): void {
    chosen.value = table().subjects.map((subject) => chosen.value[subject.subject] ?? best(subject))
  }
  return { chosen, changed, confirmed, acceptAll }
}

/** The first proposal, if it punishes under the same article; anything less a person must look for. */
export function best(subject: BenchmarkSubject): string | null {
  const first = subject.candidates[0]
  return first?.same_article ? first.item : null
}
