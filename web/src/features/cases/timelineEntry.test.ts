import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import type { TimelineAct } from '@/api/types'
import { answerWith } from '@tests/support/answers'
import TimelineEntry from './TimelineEntry.vue'

const act = (more: Partial<TimelineAct>): TimelineAct => ({
  n: 10, act: 'answer_notice', title: '收到陈述申辩', at: '2026-04-10T10:00:00+08:00', recorded_at: '2026-04-10T10:05:00+08:00',
  backdated_days: 0, by: [{ id: 'a', name: '周敏' }], data: {}, paper: {}, signatures: [], documents: [], hash: 'x', struck: false, ...more,
})

const shown = (entry: TimelineAct) => {
  answerWith({})
  const props = { act: entry, no: '990101-2026-000001', papers: [], open: true, selected: false }
  return mount(TimelineEntry, { props, global: { plugins: [createPinia()], stubs: ['RouterLink'] } })
}

it('marks an answer that came after its period, with the article', () => {
  const late = { period: '陈述、申辩期限', due: '2026-04-08', basis: '程序规定 第五十七条第二款' }
  const entry = shown(act({ late }))
  expect(entry.get('.mark.late').text()).toBe('逾期')
  for (const words of ['陈述、申辩期限', '2026-04-08', '第五十七条第二款']) expect(entry.get('.meta').text()).toContain(words)
})

it('marks nothing that came in time', () => expect(shown(act({})).find('.late').exists()).toBe(false))

it('tells what was entered later apart from what came late', () => {
  const entry = shown(act({ backdated_days: 2, late: { period: '陈述、申辩期限', due: '2026-04-08', basis: '程序规定 第五十七条第二款' } }))
  expect(entry.findAll('.mark.late').map((mark) => mark.text())).toEqual(['逾期', '补录，晚 2 天'])
})
