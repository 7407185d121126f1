import { watch } from 'vue'
import type { CaseView } from '@/api/types'
import type { FormState } from './formValues'

const FIELDS = ['name', 'code', 'id_no'] as const

/** What is recorded of the party an act is about: of the first where the act names none. */
function recorded(view: CaseView, party: string): Record<string, string> {
  const [first] = view.parties
  const meant = view.parties.find((each) => each.id === party) ?? first
  return Object.fromEntries(FIELDS.map((field) => [field, meant?.[field] ?? '']))
}

/** A slip is mended where it stands: what is recorded comes first as what it was and as what it should be. */
export function usePartySlip(act: () => string, view: () => CaseView | null, state: FormState): void {
  watch(
    [() => state.data.field, () => state.party] as const,
    ([field, party]) => {
      const now = view()
      if (act() !== 'correct_party' || typeof field !== 'string' || !now) return
      const known = recorded(now, party)
      const untouched = state.data.to === undefined || state.data.to === '' || state.data.to === state.data.from
      state.data = { ...state.data, from: known[field] ?? '', ...(untouched ? { to: known[field] ?? '' } : {}) }
    },
  )
}
