import { expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { answerWith } from '@tests/support/answers'
import type { CaseQuery } from '@/api/calls'
import { useCaseList } from './useCaseList'

const row = (no: string) => ({ no })

it('pages by key, and a new query starts again', async () => {
  answerWith({
    'GET /api/cases': (request) => {
      const query = new URL(request.url).searchParams
      if (query.get('list') === 'all') return { json: { cases: [row('9')] } }
      return query.get('after') === 'k1' ? { json: { cases: [row('3')] } } : { json: { cases: [row('1'), row('2')], next: 'k1' } }
    },
  })
  const list = ref<CaseQuery['list']>('mine')
  const scope = effectScope()
  const state = scope.run(() => useCaseList(() => ({ list: list.value })))
  const numbers = () => state?.rows.value.map((each) => each.no)
  await vi.waitFor(() => expect(numbers()).toEqual(['1', '2']))
  await state?.more()
  expect(numbers()).toEqual(['1', '2', '3'])
  expect(state?.next.value).toBeNull()
  list.value = 'all'
  await nextTick()
  await vi.waitFor(() => expect(numbers()).toEqual(['9']))
  scope.stop()
})
