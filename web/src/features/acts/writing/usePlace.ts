import { ref } from 'vue'
import { placeOf, sentenceAt } from '@/shared/writing/sentences'
import { focusField, idOf, pathOf } from '../formContext'

/** The field that is typed in and the sentence the cursor stands in; both are marked in the preview. */
export function usePlace() {
  const focused = ref('')
  const sentence = ref('')
  function follow(event: Event): void {
    const element = event.target as HTMLElement
    const path = pathOf(element)
    if (!path) return
    focused.value = path
    const isText = element instanceof HTMLTextAreaElement
    sentence.value = isText ? sentenceAt(element.value, element.selectionStart) : ''
  }
  return { focused, sentence, follow }
}

/** Puts the cursor into the field a sentence of the preview came from, and selects the sentence there. */
export function goToSentence(path: string, printed: string): void {
  if (!focusField(path)) return
  const element = document.getElementById(idOf(path))
  if (!(element instanceof HTMLTextAreaElement)) return
  const place = placeOf(element.value, printed)
  if (!place) return
  element.setSelectionRange(place.begin, place.end)
  const line = element.value.slice(0, place.begin).split('\n').length - 1
  const lines = Math.max(element.value.split('\n').length, 1)
  element.scrollTop = (element.scrollHeight * line) / lines
}
