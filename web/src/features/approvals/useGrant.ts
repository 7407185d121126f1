import { ref, watch } from 'vue'
import { catalogue } from '@/api/calls'
import { delegations, type Delegation } from '@/api/life'
import type { Proposal } from '@/api/types'

/** Of the grants of today the one a signature would be given under: none where the post itself gives the power. */
export function grantFor(proposal: Proposal, me: string, own: readonly string[], grants: readonly Delegation[]): Delegation | undefined {
  const step = proposal.waiting_for
  if (!step || !proposal.may_i || proposal.status !== 'waiting') return undefined
  const confirms = step.kind === 'confirm'
  if (confirms ? step.person?.id === me : own.includes(step.role)) return undefined
  return grants.find(
    (grant) => grant.state === 'in_force' && grant.person.id === me && grant.role === step.role && (!confirms || grant.principal.id === step.person?.id),
  )
}

/** Whoever signs in another one's place is told so before he signs; most people hold no grant at all. */
export function useGrant(proposal: () => Proposal | null, me: () => string) {
  const grant = ref<Delegation>()
  async function look(now: Proposal): Promise<Delegation | undefined> {
    const held = (await delegations.list()).delegations.filter((each) => each.person.id === me())
    if (held.length === 0) return undefined
    const people = await catalogue.people()
    return grantFor(now, me(), people.find((each) => each.id === me())?.roles ?? [], held)
  }
  watch(
    proposal,
    async (now) => {
      grant.value = undefined
      if (!now?.may_i || now.status !== 'waiting') return
      const found = await look(now).catch(() => undefined)
      if (now === proposal()) grant.value = found
    },
    { immediate: true },
  )
  return { grant }
}
