import { beforeEach, expect, it, vi } from 'vitest'
import { foreignVolumes as api } from '@/api/calls'
import { ApiError } from '@/api/client'
import { useLoading } from './useLoading'

vi.mock('@/api/calls', () => ({ foreignVolumes: { begin: vi.fn(), chunk: vi.fn(), complete: vi.fn() } }))
const calls = vi.mocked(api)
const volume = { id: 'v' } as Awaited<ReturnType<typeof api.complete>>

beforeEach(() => {
  vi.clearAllMocks()
  calls.begin.mockResolvedValue({ id: 'u', name: 'a.zip', size: 10, chunk_size: 4, received: [] })
})

it('sends every piece once and in order, the last one short', async () => {
  calls.complete.mockResolvedValue(volume)
  const loaded = vi.fn()
  const { load, percent, state } = useLoading(loaded)
  await load(new File(['0123456789'], 'a.zip'), ' abc ')
  expect(calls.chunk.mock.calls.map(([, k, bytes]) => [k, bytes.size])).toEqual([[0, 4], [1, 4], [2, 2]])
  expect(calls.complete).toHaveBeenCalledWith('u', 'abc')
  expect(loaded).toHaveBeenCalledWith(volume)
  expect([percent.value, state.value]).toEqual([100, 'idle'])
})

it('tells every fault the check has named', async () => {
  const fault = { what: 'changed', path: '正卷/001.pdf', message: '内容被改动' }
  calls.complete.mockRejectedValue(new ApiError({ type: '', status: 422, code: 'volume_not_sound', title: '核验未通过', detail: '', faults: [fault] }))
  const loaded = vi.fn()
  const { load, faults, problem } = useLoading(loaded)
  await load(new File(['0123456789'], 'a.zip'), '')
  expect(faults.value).toEqual([fault])
  expect(problem.value?.code).toBe('volume_not_sound')
  expect(loaded).not.toHaveBeenCalled()
})
