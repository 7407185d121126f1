import { onBeforeUnmount, onMounted } from 'vue'

export interface Shortcut {
  key: string
  what: string
  run: () => void
}

const stack: Shortcut[][] = []

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  for (const group of [...stack].reverse()) {
    const hit = group.find((shortcut) => shortcut.key === event.key)
    if (hit) {
      event.preventDefault()
      hit.run()
      return
    }
  }
}

/** All shortcuts that work now, innermost first, for the help overlay. */
export function activeShortcuts(): Shortcut[] {
  return [...stack].reverse().flat()
}

export function useShortcuts(shortcuts: Shortcut[]): void {
  onMounted(() => {
    if (stack.length === 0) window.addEventListener('keydown', onKey)
    stack.push(shortcuts)
  })
  onBeforeUnmount(() => {
    stack.splice(stack.indexOf(shortcuts), 1)
    if (stack.length === 0) window.removeEventListener('keydown', onKey)
  })
}
