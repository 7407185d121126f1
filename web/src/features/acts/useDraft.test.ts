import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, reactive, type EffectScope } from 'vue'
import { answerWith } from '@tests/support/answers'
import { useDraft } from './useDraft'

vi.mock('vue', async (original) => ({ ...(await original<typeof import('vue')>()), onBeforeUnmount: () => undefined }))

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

const path = 'PUT /api/cases/c1/drafts/file_case'
const where = () => ({ no: 'c1', act: 'file_case' })

function draftOf(state: { data: Record<string, unknown> }) {
  const draft = scope.run(() => useDraft(where, () => ({ data: state.data })))
  if (!draft) throw new Error('no scope')
  return draft
}

it('saves once, a moment after the last key', async () => {
  const fetched = answerWith({ [path]: { json: { saved_at: '2024-06-20T10:32:05+08:00' } } })
  const state = reactive({ data: { cause: '' } })
  const draft = draftOf(state)
  draft.start()
  for (const text of ['涉', '涉嫌', '涉嫌生产']) {
    state.data.cause = text
    await nextTick()
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(fetched).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(await fetched.mock.calls[0]?.[0].json()).toEqual({ data: { cause: '涉嫌生产' } })
  expect(draft.state.value).toBe('saved')
  expect(draft.savedAt.value).toBe('2024-06-20T10:32:05+08:00')
})

it('filling the form is not a change', async () => {
  const fetched = answerWith({})
  const state = reactive({ data: {} as Record<string, unknown> })
  const draft = draftOf(state)
  state.data.cause = 'prefilled'
  draft.start()
  await nextTick()
  await vi.advanceTimersByTimeAsync(2000)
  expect(fetched).not.toHaveBeenCalled()
})

it('what could not be sent is kept in the window and offered again', async () => {
  answerWith({ [path]: { status: 503, json: { title: '服务器忙', status: 503 } } })
  const state = reactive({ data: { cause: '' } })
  const draft = draftOf(state)
  draft.start()
  state.data.cause = '案由'
  await nextTick()
  await vi.advanceTimersByTimeAsync(1000)
  expect(draft.state.value).toBe('failed')
  expect(draft.unsent()).toEqual({ data: { cause: '案由' } })
})

it('dropping removes the draft here and there', async () => {
  const fetched = answerWith({ 'DELETE /api/cases/c1/drafts/file_case': { status: 204 } })
  const draft = draftOf(reactive({ data: {} }))
  sessionStorage.setItem('draft:c1:file_case', '{}')
  await draft.drop()
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(draft.unsent()).toBeNull()
})
