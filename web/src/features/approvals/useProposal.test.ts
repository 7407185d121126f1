import { expect, it } from 'vitest'
import { answerWith } from '@tests/support/answers'
import type { Proposal } from '@/api/types'
import { useProposal } from './useProposal'

const texts = { recorded: '已记录', forwarded: '转下一级', returned: '已退回', withdrawn: '已撤回' }
const waiting = (kind: 'confirm' | 'approve') => ({ id: 'p1', status: 'waiting', waiting_for: { kind, role: 'LEADER', label: '' } }) as Proposal

it.each([
  ['confirm', 'confirm', { recorded: false }, '转下一级'],
  ['approve', 'approve', { recorded: true, n: 4 }, '已记录'],
] as const)('signing a step of kind %s calls %s', async (kind, call, json, words) => {
  let sent: unknown
  answerWith({ [`POST /api/proposals/p1/${call}`]: (_request, body) => ((sent = body), { json }) })
  const { answer, outcome } = useProposal(() => waiting(kind), texts)
  await answer('sign', '同意')
  expect(sent).toEqual({ opinion: '同意' })
  expect(outcome.value).toBe(words)
})

it('returning sends the reason', async () => {
  let sent: unknown
  answerWith({ 'POST /api/proposals/p1/return': (_request, body) => ((sent = body), { json: {} }) })
  const { answer, outcome } = useProposal(() => waiting('approve'), texts)
  await answer('return', '日期有误')
  expect(sent).toEqual({ reason: '日期有误' })
  expect(outcome.value).toBe('已退回')
})

it('a refusal at the last signature is shown and nothing is said to be done', async () => {
  answerWith({ 'POST /api/proposals/p1/approve': { status: 422, json: { title: '依法不能办理', status: 422, basis: '行政处罚法 第六十二条' } } })
  const { answer, outcome, problem } = useProposal(() => waiting('approve'), texts)
  await answer('sign')
  expect(outcome.value).toBe('')
  expect(problem.value?.basis).toBe('行政处罚法 第六十二条')
})
