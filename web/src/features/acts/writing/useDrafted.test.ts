import { nextTick, ref } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Data } from '@/api/types'
import { partOf, useDrafted } from './useDrafted'

const drafted = (text: string) => ({ parts: [{ field: 'paper.facts', text }], evidence: [] })

describe('partOf', () => {
  it.each([
    ['as drafted', '甲', '甲', '甲', 'drafted'],
    ['edited', '甲乙', '甲', '甲', 'edited'],
    ['edited while the case went on', '甲乙', '甲', '丙', 'changed'],
    ['kept after it was offered', '甲乙', '丙', '丙', 'edited'],
    ['by chance the same words', '丙', '甲', '丙', 'drafted'],
    ['emptied', '', '甲', '甲', 'edited'],
  ])('%s', (_why, written, seen, draft, state) => expect(partOf(written, seen, draft)).toBe(state))
})

describe('useDrafted', () => {
  const paper = ref<Data>({})
  const seen = ref<Record<string, string>>({})
  let made = useDrafted(paper, seen)
  beforeEach(() => {
    paper.value = {}
    seen.value = {}
    made = useDrafted(paper, seen)
  })

  it('a blank part takes the draft, and follows it while nobody has touched it', () => {
    made.follow(drafted('甲。'))
    expect(paper.value.facts).toBe('甲。')
    made.follow(drafted('甲。乙。'))
    expect(paper.value.facts).toBe('甲。乙。')
  })

  it('what was edited is never written over; the new draft is offered', () => {
    made.follow(drafted('甲。'))
    paper.value = { facts: '甲。丙。' }
    made.follow(drafted('甲。乙。'))
    expect(paper.value.facts).toBe('甲。丙。')
    expect(made.parts.value['paper.facts']).toMatchObject({ state: 'changed', seen: '甲。', draft: '甲。乙。' })
    made.keep('paper.facts')
    expect(paper.value.facts).toBe('甲。丙。')
    expect(made.parts.value['paper.facts']?.state).toBe('edited')
  })

  it('taking the draft can be undone until something is typed', async () => {
    made.follow(drafted('甲。'))
    paper.value = { facts: '丙。' }
    await nextTick()
    made.take('paper.facts')
    await nextTick()
    expect(made.parts.value['paper.facts']).toMatchObject({ state: 'drafted', before: '丙。' })
    made.undo('paper.facts')
    await nextTick()
    expect(paper.value.facts).toBe('丙。')
    made.take('paper.facts')
    await nextTick()
    paper.value = { facts: '甲。丁。' }
    await nextTick()
    expect(made.parts.value['paper.facts']?.before).toBeUndefined()
  })

  it('words of an earlier paper are measured against the draft, not replaced', () => {
    paper.value = { facts: '报告里的话。' }
    made.follow(drafted('甲。'))
    expect(paper.value.facts).toBe('报告里的话。')
    expect(made.parts.value['paper.facts']?.state).toBe('edited')
  })

  it('a part emptied on purpose stays empty', () => {
    made.follow(drafted('甲。'))
    paper.value = { facts: '' }
    made.follow(drafted('甲。'))
    expect(paper.value.facts).toBe('')
  })

  it('a draft kept on the server knows what was seen', () => {
    paper.value = { facts: '我的话。' }
    seen.value = { 'paper.facts': '旧稿。' }
    made.follow(drafted('新稿。'))
    expect(made.parts.value['paper.facts']).toMatchObject({ state: 'changed', seen: '旧稿。', draft: '新稿。' })
  })
})
