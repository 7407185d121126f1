import { afterEach, vi } from 'vitest'

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoResize)

afterEach(() => {
  document.body.innerHTML = ''
  sessionStorage.clear()
})
