import { computed, inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { ActBody, Colleague, Evidence, Problem, Reference } from '@/api/types'
import { fieldPath } from '@/shared/problem'

/** What widgets may offer for choice, and where an error belongs. */
export interface FormContext {
  no: string
  colleagues: Colleague[]
  references: Record<string, Reference[]>
  evidence: Evidence[]
  act: string
  /** What is typed so far, as it would be sent. */
  body?: ActBody
}

interface Provided {
  context: Ref<FormContext>
  errorPath: ComputedRef<string>
  errorText: ComputedRef<string>
}

const key: InjectionKey<Provided> = Symbol('form')

export function provideForm(context: Ref<FormContext>, problem: Ref<Problem | null>): Provided {
  const errorPath = computed(() => fieldPath(problem.value?.field))
  const errorText = computed(() => problem.value?.detail || problem.value?.title || '')
  const provided = { context, errorPath, errorText }
  provide(key, provided)
  return provided
}

export function useForm(): Provided {
  const provided = inject(key)
  if (!provided) throw new Error('a field stands outside a form')
  return provided
}

export const idOf = (path: string) => 'field-' + path.replaceAll('.', '-')

/** The field an element stands in, as the path of its values; empty outside the fields. */
export function pathOf(element: HTMLElement): string {
  const holder = element.closest<HTMLElement>('[id^="field-"], [name^="field-"]')
  const id = holder?.id.startsWith('field-') ? holder.id : (holder?.getAttribute('name') ?? '')
  return id.replace(/^field-/, '').replaceAll('-', '.')
}

/** References come under the path of their field: `of`, `data.of`, `penalty.panel`. */
export function referencesFor(references: Record<string, Reference[]>, path: string): Reference[] {
  const bare = path.replace(/^(data|paper)\./, '')
  const general = bare.replace(/\.\d+(?=\.|$)/g, '')
  return references[path] ?? references[bare] ?? references[general] ?? []
}

/** Puts the cursor into the field an error names, or into the nearest one around it. */
export function focusField(path: string, root: Document = document): boolean {
  const parts = path.split('.')
  while (parts.length > 0) {
    const element = root.getElementById(idOf(parts.join('.')))
    if (element) {
      const target = element.matches('input, textarea, select, button')
        ? element
        : (element.querySelector<HTMLElement>('input, textarea, select, button') ?? element)
      element.scrollIntoView?.({ block: 'center' })
      target.focus()
      return true
    }
    parts.pop()
  }
  return false
}
