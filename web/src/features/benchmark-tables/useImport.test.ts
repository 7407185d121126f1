import { beforeEach, expect, it, vi } from 'vitest'
import { benchmarkTables as api } from '@/api/calls'
import { ApiError } from '@/api/client'
import { useImport } from './useImport'

vi.mock('@/api/calls', () => ({ benchmarkTables: { preview: vi.fn(), create: vi.fn() } }))
const preview = vi.mocked(api.preview)
const create = vi.mocked(api.create)
const file = (name: string) => new File(['x'], name)
const seen = (problems: number) => ({
  lines: [],
  subjects: [],
  problems: Array.from({ length: problems }, () => ({ row: 2, column: '裁量标准', code: 'x', message: 'm', cure: 'c' })),
})

beforeEach(() => vi.clearAllMocks())

it('a file with problems is shown and not clean', async () => {
  preview.mockResolvedValueOnce(seen(1))
  const page = useImport()
  await page.choose(file('a.csv'))
  expect(page.seen.value?.problems).toHaveLength(1)
  expect(page.clean.value).toBe(false)
})

it('a later choice drops the answer to an earlier one', async () => {
  let late: (value: ReturnType<typeof seen>) => void = () => undefined
  preview.mockReturnValueOnce(new Promise((done) => (late = done)))
  preview.mockResolvedValueOnce(seen(0))
  const page = useImport()
  const first = page.choose(file('old.csv'))
  await page.choose(file('new.csv'))
  late(seen(3))
  await first
  expect(page.clean.value).toBe(true)
  expect(page.file.value?.name).toBe('new.csv')
})

it('a refusal is kept as a problem and nothing is made', async () => {
  preview.mockResolvedValueOnce(seen(0))
  create.mockRejectedValueOnce(new ApiError({ title: '请求有误', detail: '生效日期不对', status: 400, field: 'from' }))
  const page = useImport()
  await page.choose(file('a.csv'))
  expect(await page.save('基准', '2026-02-30', '')).toBeNull()
  expect(page.problem.value?.field).toBe('from')
  expect(page.busy.value).toBe(false)
})
