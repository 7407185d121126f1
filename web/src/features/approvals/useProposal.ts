import { ref, shallowRef } from 'vue'
import { proposals as api } from '@/api/calls'
import { countersign } from '@/api/life'
import type { Problem, Proposal, Signed } from '@/api/types'
import { m } from '@/shared/messages'
import { problemOf } from '@/shared/problem'

export type Answer = 'sign' | 'return' | 'withdraw'

/** Signs, returns or withdraws a proposal, and says what became of it. */
export function useProposal(proposal: () => Proposal | null, texts: Record<'recorded' | 'forwarded' | 'returned' | 'withdrawn', string>) {
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  const outcome = ref('')
  /** The proposal as the answer left it. */
  const settled = shallowRef<Proposal | null>(null)

  function words(how: Answer, signed: Signed): string {
    if (how === 'return') return texts.returned
    if (how === 'withdraw') return texts.withdrawn
    return signed.recorded ? texts.recorded : texts.forwarded
  }

  function call(how: Answer, now: Proposal, text: string, step: number | null): Promise<Signed> {
    if (how === 'return') return step === null ? api.return(now.id, text) : countersign.returnTo(now.id, text, step)
    if (how === 'withdraw') return api.withdraw(now.id)
    return now.waiting_for?.kind === 'confirm' ? api.confirm(now.id, text) : api.approve(now.id, text)
  }

  async function answer(how: Answer, text = '', step: number | null = null): Promise<void> {
    const now = proposal()
    if (!now || busy.value) return
    busy.value = true
    problem.value = null
    try {
      const signed = await call(how, now, text, step)
      settled.value = signed.proposal ?? null
      outcome.value = words(how, signed)
      if (how === 'return' && step !== null) outcome.value = m.versions.doneReturnedTo(now.steps[step]?.person?.name ?? '')
    } catch (error) {
      problem.value = problemOf(error)
    } finally {
      busy.value = false
    }
  }

  return { problem, busy, outcome, settled, answer }
}
