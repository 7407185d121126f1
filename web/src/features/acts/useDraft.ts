import { onBeforeUnmount, ref, watch } from 'vue'
import { acts } from '@/api/calls'
import type { Draft } from '@/api/types'
import { nowInstant } from '@/shared/format'

export type DraftState = 'idle' | 'saving' | 'saved' | 'failed'

const DELAY = 700

/** Saves what is typed to the server after a short rest; one save at a time, the last one wins. */
export function useDraft(where: () => { no: string; act: string }, snapshot: () => Draft) {
  const state = ref<DraftState>('idle')
  const savedAt = ref('')
  let last = ''
  let active = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | null = null

  const serial = () => JSON.stringify(snapshot())
  const localKey = () => `draft:${where().no}:${where().act}`

  /** Called once the form is filled; only later changes are saved. */
  function start(): void {
    last = serial()
    active = true
  }

  function stop(): void {
    active = false
    clearTimeout(timer)
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (saving) await saving
    const text = serial()
    if (!active || text === last) return
    saving = put(text)
    await saving
    saving = null
  }

  async function put(text: string): Promise<void> {
    state.value = 'saving'
    const { no, act } = where()
    try {
      const answer = await acts.saveDraft(no, act, JSON.parse(text) as Draft)
      last = text
      savedAt.value = answer?.saved_at ?? nowInstant()
      state.value = 'saved'
      sessionStorage.removeItem(localKey())
    } catch {
      state.value = 'failed'
      sessionStorage.setItem(localKey(), text)
    }
  }

  async function drop(): Promise<void> {
    stop()
    if (saving) await saving
    sessionStorage.removeItem(localKey())
    await acts.dropDraft(where().no, where().act).catch(() => undefined)
  }

  /** What could not be sent before, if anything. */
  function unsent(): Draft | null {
    const text = sessionStorage.getItem(localKey())
    return text ? (JSON.parse(text) as Draft) : null
  }

  watch(
    serial,
    () => {
      if (!active) return
      clearTimeout(timer)
      timer = setTimeout(() => void save(), DELAY)
    },
    { flush: 'post' },
  )
  onBeforeUnmount(() => void save())

  return { state, savedAt, start, stop, save, drop, unsent }
}
