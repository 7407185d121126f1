import { ref, watch } from 'vue'
import { signing as api } from '@/api/calls'
import type { FindingAnswer, PaperSignatures, Problem } from '@/api/types'
import { problemOf } from '@/shared/problem'
import { useResource } from '@/shared/useResource'
import type { Writing } from './strokes'

/** The signatures of a paper and what one does with it; `changed` is called when its PDF is another afterwards. */
export function useSigning(id: () => string, changed: () => void) {
  const { data, problem } = useResource(id, api.state)
  const refusal = ref<Problem | null>(null)
  const busy = ref(false)

  watch(id, () => (refusal.value = null))

  async function run(work: () => Promise<PaperSignatures>): Promise<boolean> {
    busy.value = true
    const asked = id()
    const sealedBefore = data.value?.sealed_at
    try {
      const answer = await work()
      if (id() !== asked) return true // another paper is open by now
      data.value = answer
      refusal.value = null
      if (answer.sealed_at !== sealedBefore) changed()
      return true
    } catch (error) {
      refusal.value = problemOf(error)
      return false
    } finally {
      busy.value = false
    }
  }
  const seal = (answers: FindingAnswer[]) => run(() => api.seal(id(), answers))
  const sign = (passphrase: string, answers: FindingAnswer[]) => run(() => api.sign(id(), passphrase, answers))
  const write = (role: string, name: string, writing: Writing) => run(() => api.write(id(), { role, name, ...writing }))
  return { data, problem, refusal, busy, seal, sign, write }
}
