import { computed, onBeforeUnmount, reactive, ref, shallowReactive } from 'vue'
import { acts, cases } from '@/api/calls'
import type { ActForm, CaseView, Data, Draft, Problem } from '@/api/types'
import { newKey, problemOf } from '@/shared/problem'
import { bodyOf, type FormState } from '../formValues'
import { actsOf, stageNow, stages, stepsOf, type Step } from './stages'

const PAUSE = 800
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export interface Typed {
  act: string
  form: ActForm
  state: FormState
}

/** Carries a simple case through the ordinary procedure: what is typed once is submitted act by act. */
export function useFastTrack(no: () => string) {
  const view = ref<CaseView | null>(null)
  const steps = ref<Step[]>([])
  const typed = shallowReactive<Typed[]>([])
  const problem = ref<Problem | null>(null)
  const problemAct = ref('')
  const running = ref(false)
  const busy = ref(false)
  const stage = computed(() => stageNow(steps.value))
  let timer: ReturnType<typeof setTimeout> | undefined
  let filled = -2

  async function look(): Promise<void> {
    const [seen, recorded] = await Promise.all([cases.get(no()), cases.acts(no())])
    view.value = seen
    steps.value = stepsOf(seen, recorded)
    if (stage.value !== filled) {
      running.value = false
      await fill()
    }
  }

  /** The forms of this round that are still to be recorded, with what the case and a draft hold. */
  async function fill(): Promise<void> {
    filled = stage.value
    const now = stages[filled]
    const loaded: Typed[] = []
    for (const act of now?.typed ?? []) {
      if (stepOf(act)?.state === 'done') continue
      const form = await acts.form(no(), act)
      loaded.push({ act, form, state: stateOf(form) })
    }
    typed.splice(0, typed.length, ...loaded)
  }

  function stateOf(form: ActForm): FormState {
    const held = form.draft ?? null
    return reactive({
      data: copy({ ...form.values, ...held?.data }) as Data,
      paper: copy({ ...form.paper_values, ...held?.paper }) as Data,
      at: '',
      by: copy(held?.by ?? form.by ?? []),
      party: '',
    })
  }

  /** Of two services the one that belongs to this round. */
  function stepOf(act: string): Step | undefined {
    const before = stages.slice(0, Math.max(stage.value, 0)).flatMap(actsOf).length
    return steps.value.slice(before).find((step) => step.act === act)
  }

  async function keep(): Promise<void> {
    for (const { act, state } of typed) {
      const draft: Draft = { data: state.data, paper: state.paper, by: state.by }
      await acts.saveDraft(no(), act, draft).catch(() => undefined)
    }
  }

  async function submitOne(act: string): Promise<void> {
    const mine = typed.find((each) => each.act === act)
    const form = await acts.form(no(), act)
    const state = mine?.state ?? stateOf(form)
    await acts.record(no(), bodyOf(act, state, form.type.fields), { key: newKey(), version: form.version })
  }

  /** Submits what is ready, then looks again; stops at the first refusal with everything typed still here. */
  async function go(): Promise<void> {
    clearTimeout(timer)
    if (!running.value || busy.value) return
    busy.value = true
    const ready = steps.value.find((step) => step.state === 'ready' && actsOf(stages[stage.value] ?? { id: 'prepare', typed: [], then: [] }).includes(step.act))
    try {
      if (ready) {
        problemAct.value = ready.act
        await submitOne(ready.act)
      }
      await look()
    } catch (error) {
      problem.value = problemOf(error)
      running.value = false
    } finally {
      busy.value = false
    }
    if (running.value) timer = setTimeout(() => void go(), ready ? 0 : PAUSE)
  }

  async function start(): Promise<void> {
    problem.value = null
    problemAct.value = ''
    running.value = true
    await keep()
    await go()
  }

  onBeforeUnmount(() => clearTimeout(timer))
  return { view, steps, stage, typed, problem, problemAct, running, busy, look, start }
}
