import { expect, it } from 'vitest'
import { answerWith } from '@tests/support/answers'
import type { Proposal } from '@/api/types'
import { useTogether } from './useTogether'

const row = (id: string, more: Partial<Proposal> = {}) => ({ id, may_i: true, together: true, seen: false, ...more }) as Proposal

it('what has not been read to its end cannot be chosen', () => {
  const { choosable, see, chooseAll, selected } = useTogether(() => [row('a'), row('b', { seen: true })])
  chooseAll()
  expect(selected.value.map((each) => each.id)).toEqual(['b'])
  see('a')
  expect(choosable.value).toHaveLength(2)
})

it('a choice without reading chooses nothing', () => {
  const { choose, selected } = useTogether(() => [row('a')])
  choose('a', true)
  expect(selected.value).toEqual([])
})

it('what is approved one by one is counted and not listed', () => {
  const { rows, single } = useTogether(() => [row('a'), row('d', { together: false })])
  expect([rows.value.map((each) => each.id), single.value]).toEqual([['a'], 1])
})

it('each has its own result; a refused one can be tried again, a recorded one cannot', async () => {
  let sent: unknown
  answerWith({
    'POST /api/approvals': (_request, body) => {
      sent = body
      return { json: { results: [{ id: 'a', outcome: 'recorded', n: 4 }, { id: 'b', outcome: 'refused', refusal: { code: 'not_seen', message: '没有看完', basis: '' } }] } }
    },
  })
  const together = useTogether(() => [row('a', { seen: true }), row('b', { seen: true })])
  together.chooseAll()
  expect(await together.approve('同意')).toBe(true)
  expect(sent).toEqual({ ids: ['a', 'b'], opinion: '同意' })
  expect(together.selected.value).toEqual([])
  together.chooseAll()
  expect(together.selected.value).toEqual([])
  expect(together.outcomes.value.get('b')?.refusal?.message).toBe('没有看完')
  together.see('b')
  together.chooseAll()
  expect(together.selected.value.map((each) => each.id)).toEqual(['b'])
})

it('nothing chosen sends nothing', async () => {
  const fetched = answerWith({})
  expect(await useTogether(() => [row('a', { seen: true })]).approve('')).toBe(false)
  expect(fetched).not.toHaveBeenCalled()
})
