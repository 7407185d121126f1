import { beforeEach, expect, it, vi } from 'vitest'
import { foreignVolumes as api } from '@/api/calls'
import { ApiError } from '@/api/client'
import { sm3 } from '@/shared/sm3'
import { useLoading } from './useLoading'

vi.mock('@/api/calls', () => ({ foreignVolumes: { begin: vi.fn(), left: vi.fn(), chunk: vi.fn(), complete: vi.fn() } }))
const calls = vi.mocked(api)
const volume = { id: 'v' } as Awaited<ReturnType<typeof api.complete>>

beforeEach(() => {
  vi.clearAllMocks()
  calls.left.mockResolvedValue([])
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

const volumeFile = new File(['0123456789'], 'a.zip')
const refused = (status: number, code: string, field?: string) => new ApiError({ type: '', status, code, title: code, detail: '', field })

it('goes on where a broken line stopped it', async () => {
  calls.chunk.mockResolvedValueOnce(undefined as never).mockRejectedValueOnce(new TypeError('network'))
  calls.complete.mockResolvedValue(volume)
  const { load, problem, percent } = useLoading(vi.fn())
  await load(volumeFile, '')
  expect([problem.value?.status, percent.value]).toEqual([0, 33])
  await load(volumeFile, '')
  expect(calls.begin).toHaveBeenCalledTimes(1)
  expect(calls.chunk.mock.calls.map(([, k]) => k)).toEqual([0, 1, 1, 2])
  expect(problem.value).toBeNull()
})

it('a mistyped key is put right without sending anything again', async () => {
  calls.complete.mockRejectedValueOnce(refused(400, 'bad_digest', 'key')).mockResolvedValue(volume)
  const { load } = useLoading(vi.fn())
  await load(volumeFile, 'xyz')
  await load(volumeFile, '')
  expect([calls.begin.mock.calls.length, calls.chunk.mock.calls.length]).toEqual([1, 3])
})

it.each([
  ['the volume was not sound, so that nothing of it is kept', refused(422, 'volume_not_sound'), 2],
  ['the server has cleared the upload away', refused(404, 'not_found'), 2],
])('begins anew when %s', async (_why, error, begun) => {
  calls.complete.mockRejectedValueOnce(error).mockResolvedValue(volume)
  const loaded = vi.fn()
  const { load } = useLoading(loaded)
  await load(volumeFile, '')
  await load(volumeFile, '')
  expect(calls.begin).toHaveBeenCalledTimes(begun)
  expect(loaded).toHaveBeenCalledTimes(1)
})

it('an upload cleared away between two tries is begun anew at once', async () => {
  calls.chunk.mockRejectedValueOnce(new TypeError('network')).mockRejectedValueOnce(refused(404, 'not_found'))
  calls.complete.mockResolvedValue(volume)
  const loaded = vi.fn()
  const { load } = useLoading(loaded)
  await load(volumeFile, '')
  await load(volumeFile, '')
  expect(calls.begin).toHaveBeenCalledTimes(2)
  expect(loaded).toHaveBeenCalledTimes(1)
})

const leftOver = (bytes: string[], size = 10) => ({
  id: 'old', name: 'a.zip', size, chunk_size: 4, received: bytes.map((_, k) => k), started_at: '2026-11-20T09:00:00+08:00',
  digests: bytes.map((each) => sm3(new TextEncoder().encode(each))),
})

it('goes on another day with what the server has of the very same file', async () => {
  calls.left.mockResolvedValue([leftOver(['0123', '4567'])])
  calls.complete.mockResolvedValue(volume)
  const { load, percent } = useLoading(vi.fn())
  await load(new File(['0123456789'], 'renamed.zip', { lastModified: 5 }), '')
  expect(calls.begin).not.toHaveBeenCalled()
  expect(calls.chunk.mock.calls.map(([id, k]) => [id, k])).toEqual([['old', 2]])
  expect(percent.value).toBe(100)
})

it.each([
  ['a piece differs, though name and size do not', leftOver(['0123', '4560'])],
  ['the size differs', leftOver(['0123'], 11)],
  ['nothing of it has come in', leftOver([])],
])('begins anew when %s', async (_why, upload) => {
  calls.left.mockResolvedValue([upload])
  calls.complete.mockResolvedValue(volume)
  const { load } = useLoading(vi.fn())
  await load(volumeFile, '')
  expect(calls.begin).toHaveBeenCalledTimes(1)
  expect(calls.chunk.mock.calls.map(([id, k]) => [id, k])).toEqual([['u', 0], ['u', 1], ['u', 2]])
})

it('another file is another upload', async () => {
  calls.chunk.mockRejectedValueOnce(new TypeError('network'))
  calls.complete.mockResolvedValue(volume)
  const { load } = useLoading(vi.fn())
  await load(volumeFile, '')
  await load(new File(['0123456789'], 'b.zip'), '')
  expect(calls.begin).toHaveBeenCalledTimes(2)
})
