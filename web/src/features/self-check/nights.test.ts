import { expect, it } from 'vitest'
import type { NightlyRun } from '@/api/types'
import { clearedOf, saidOf } from './nights'

const run = (job: string, outcome: unknown): NightlyRun => ({
  job, title: job, day: '2026-11-22', attempts: 1, started_at: '2026-11-22T00:01:00+08:00', finished_at: '2026-11-22T00:02:00+08:00', outcome,
})

it.each([
  ['sweep', { removed: 0, bytes: 0, list: [] }, '没有需要清理的'],
  ['sweep', { removed: 2, bytes: 3 * 2 ** 20, list: [] }, '清理 2 项，腾出 3.0 MiB'],
  ['pages', { counted: 4 }, '清点 4 份'],
  ['self_check', { cases: 7, findings: 1 }, '检查 7 件，发现 1 项'],
  ['some_new_job', null, '已完成'],
])('says what %s did', (job, outcome, said) => expect(saidOf(run(job, outcome))).toBe(said))

it('lists only what the sweep removed', () => {
  const list = [{ title: '未完成的证据上传', since: '2026-10-01', bytes: 10 }]
  expect(clearedOf(run('sweep', { removed: 1, bytes: 10, list }))).toEqual(list)
  expect(clearedOf(run('pages', { list }))).toEqual([])
  expect(clearedOf(run('sweep', null))).toEqual([])
})
