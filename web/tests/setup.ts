import { afterEach, vi } from 'vitest'

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoResize)

afterEach(() => {
  if (typeof document === 'undefined') return
  document.body.innerHTML = ''
  sessionStorage.clear()
})
