import { nextTick, watch, type Ref } from 'vue'
import { bare } from '@/shared/writing/sentences'

/** The field that is typed in and the sentence the cursor stands in. */
export interface Place {
  focused: string
  sentence: string
}

/**
 * Sentences that lead to their fields, on a page or in its words: which are marked, and how keys go through them.
 * They bear the class `typed`, those of the field `marked`, the one the cursor is in `here`.
 */
export function useSentences(box: Ref<HTMLElement | null>, place: () => Place) {
  const isFocused = (field: string) => {
    const { focused } = place()
    return focused !== '' && field !== '' && (field === focused || field.startsWith(`${focused}.`) || focused.startsWith(`${field}.`))
  }
  const isHere = (piece: { field: string; text: string }) =>
    isFocused(piece.field) && place().sentence !== '' && bare(piece.text) === bare(place().sentence)

  const marked = () => box.value?.querySelector<HTMLElement>('.here') ?? box.value?.querySelector<HTMLElement>('.marked')
  watch(
    () => [place().focused, place().sentence],
    async () => {
      await nextTick()
      reveal()
    },
  )
  /** What the cursor stands in is brought to the upper third. */
  function reveal(): void {
    const here = marked()
    const seen = here?.getClientRects()[0] ?? here?.firstElementChild?.getClientRects()[0]
    if (!seen || !box.value) return
    box.value.scrollTop += seen.top - box.value.getBoundingClientRect().top - box.value.clientHeight / 3
  }

  /** One stop for the Tab key; the arrows go from sentence to sentence. */
  function move(event: KeyboardEvent, by: number): void {
    const all = [...(box.value?.querySelectorAll<HTMLElement>('.typed') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = at < 0 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)]
    if (!next) return
    event.preventDefault()
    go(next)
  }
  /** What lies over a page has no place of its own, only its lines have. */
  function go(sentence: HTMLElement): void {
    sentence.focus({ preventScroll: true })
    ;(sentence.firstElementChild ?? sentence).scrollIntoView({ block: 'center' })
  }
  function focusMarked(): void {
    const target = marked() ?? box.value
    if (target) go(target)
  }
  return { isFocused, isHere, reveal, move, focusMarked }
}
