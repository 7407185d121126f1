import { beforeEach, expect, it, vi } from 'vitest'
import { answerWith, type Canned } from '@tests/support/answers'
import { useUpload } from './useUpload'

const texts = { tooLarge: '太大', empty: '空' }
const file = (size: number, name = '照片.jpg') => new File([new Uint8Array(size)], name, { lastModified: 7 })
const upload = (received: number[]): Canned => ({ json: { id: 'u1', chunk_size: 4, received } })
const done: Canned = { json: { evidence: { id: 'ev1', name: '照片.jpg' } } }
const chunkPath = (k: number) => `PUT /api/uploads/u1/chunks/${k}`
const settled = (items: { status: string }[]) =>
  vi.waitFor(() => expect(['done', 'failed', 'interrupted']).toContain(items[0]?.status))

beforeEach(() => localStorage.clear())

it('sends every chunk and hands over the evidence', async () => {
  const chunks: number[] = []
  const take = (k: number) => () => (chunks.push(k), { json: { k, sm3: '', received: chunks } })
  answerWith({
    'POST /api/cases/c1/uploads': upload([]),
    [chunkPath(0)]: take(0),
    [chunkPath(1)]: take(1),
    [chunkPath(2)]: take(2),
    'POST /api/uploads/u1/complete': done,
  })
  const received = vi.fn()
  const { items, add } = useUpload(() => 'c1', texts, received)
  add([file(10)])
  await settled(items)
  expect(chunks).toEqual([0, 1, 2])
  expect(items[0]).toMatchObject({ status: 'done', percent: 100 })
  expect(received).toHaveBeenCalledWith({ id: 'ev1', name: '照片.jpg' })
  expect(localStorage.length).toBe(0)
})

it('goes on after a broken line with the chunks the server lacks', async () => {
  const sent: number[] = []
  let broken = true
  answerWith({
    'POST /api/cases/c1/uploads': upload([]),
    'GET /api/uploads/u1': () => upload([0]),
    [chunkPath(0)]: () => (sent.push(0), { json: {} }),
    [chunkPath(1)]: () => (broken ? { status: 503 } : (sent.push(1), { json: {} })),
    'POST /api/uploads/u1/complete': done,
  })
  const { items, add, resume } = useUpload(() => 'c1', texts, () => undefined)
  add([file(8)])
  await settled(items)
  expect(items[0]?.status).toBe('interrupted')
  broken = false
  const first = items[0]
  if (first) resume(first)
  await vi.waitFor(() => expect(items[0]?.status).toBe('done'))
  expect(sent).toEqual([0, 1])
})

it('the same file chosen again after the page was closed goes on too', async () => {
  localStorage.setItem('upload:c1:照片.jpg:8:7', 'u1')
  const fetched = answerWith({
    'GET /api/uploads/u1': upload([0, 1]),
    'POST /api/uploads/u1/complete': done,
  })
  const { items, add } = useUpload(() => 'c1', texts, () => undefined)
  add([file(8)])
  await settled(items)
  expect(items[0]?.status).toBe('done')
  expect(fetched).toHaveBeenCalledTimes(2)
})

it.each([
  [0, '空'],
  [2 * 1024 ** 3 + 1, '太大'],
])('a file of %d bytes is not sent', (size, message) => {
  const fetched = answerWith({})
  const given = file(1)
  Object.defineProperty(given, 'size', { value: size })
  const { items, add } = useUpload(() => 'c1', texts, () => undefined)
  add([given])
  expect(items[0]).toMatchObject({ status: 'failed', message })
  expect(fetched).not.toHaveBeenCalled()
})

it('a file the server refuses is failed, with its words', async () => {
  answerWith({ 'POST /api/cases/c1/uploads': { status: 422, json: { title: '内容与名称不符', status: 422 } } })
  const { items, add } = useUpload(() => 'c1', texts, () => undefined)
  add([file(4)])
  await settled(items)
  expect(items[0]).toMatchObject({ status: 'failed', message: '内容与名称不符' })
})
