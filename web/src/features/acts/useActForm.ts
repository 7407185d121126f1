import { computed, reactive, ref } from 'vue'
import { acts, cases } from '@/api/calls'
import type { ActForm, CaseView, Data, Draft, Problem } from '@/api/types'
import { problemOf } from '@/shared/problem'
import { useSession } from '@/shared/useSession'
import { bodyOf, type FormState } from './formValues'
import { useDraft } from './useDraft'
import { useDrafted } from './writing/useDrafted'

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The form of one act: what the server prefilled, what a draft holds, what is typed now. */
export function useActForm(where: () => { no: string; act: string }) {
  const form = ref<ActForm | null>(null)
  const view = ref<CaseView | null>(null)
  const loadProblem = ref<Problem | null>(null)
  const restored = ref<string | null>(null)
  const state = reactive<FormState>({ data: {}, paper: {}, at: '', by: [], party: '', drafted: {} })
  const session = useSession()

  const snapshot = (): Draft => ({
    data: state.data,
    paper: state.paper,
    by: state.by,
    ...(state.at ? { at: state.at } : {}),
    ...(state.party ? { party: state.party } : {}),
    ...(Object.keys(state.drafted ?? {}).length > 0 ? { drafted: state.drafted } : {}),
  })
  const draft = useDraft(where, snapshot)
  const writing = useDrafted(
    computed({ get: () => state.paper, set: (now) => (state.paper = now) }),
    computed({ get: () => state.drafted ?? {}, set: (now) => (state.drafted = now) }),
  )

  async function load(): Promise<void> {
    const { no, act } = where()
    draft.stop()
    try {
      const [loaded, seen] = await Promise.all([acts.form(no, act), cases.get(no)])
      form.value = loaded
      view.value = seen
      const unsent = draft.unsent()
      fill(loaded, unsent ?? loaded.draft ?? null)
      writing.follow(loaded.drafted)
      restored.value = unsent || loaded.draft ? (loaded.draft_saved_at ?? '') : null
      draft.start()
      loadProblem.value = null
    } catch (error) {
      loadProblem.value = problemOf(error)
    }
  }

  function fill(loaded: ActForm, held: Draft | null): void {
    state.data = copy({ ...loaded.values, ...held?.data }) as Data
    state.paper = copy({ ...loaded.paper_values, ...held?.paper }) as Data
    state.at = held?.at ?? ''
    const me = session.current?.person.id
    state.by = copy(held?.by ?? loaded.by ?? (me ? [me] : []))
    state.party = held?.party ?? ''
    state.drafted = copy(held?.drafted ?? {})
  }

  /** After somebody else's act: the new version and choices, with what is typed kept. */
  async function refresh(): Promise<void> {
    const { no, act } = where()
    const [loaded, seen] = await Promise.all([acts.form(no, act), cases.get(no)])
    form.value = loaded
    view.value = seen
    writing.follow(loaded.drafted)
  }

  async function discard(): Promise<void> {
    await draft.drop()
    restored.value = null
    await load()
  }

  const body = computed(() => bodyOf(where().act, state, form.value?.type.fields))
  return { form, view, state, body, draft, writing, restored, loadProblem, load, refresh, discard }
}
