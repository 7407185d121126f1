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

  describe('when the case drafts a part no more', () => {
    const nothing = { parts: [], evidence: [] }
    beforeEach(() => made.follow(drafted('应当予以行政处罚。'), true))

    it('words nobody touched are emptied, and come back with the draft', () => {
      made.follow(nothing, true)
      expect(paper.value.facts).toBe('')
      expect(seen.value['paper.facts']).toBe('')
      expect(made.parts.value['paper.facts']).toBeUndefined()
      made.follow(drafted('甲。'), true)
      expect(paper.value.facts).toBe('甲。')
    })

    it('words of the officer stay until he says what becomes of them', () => {
      paper.value = { facts: '应当从轻处罚。' }
      made.follow(nothing, true)
      expect(paper.value.facts).toBe('应当从轻处罚。')
      expect(made.parts.value['paper.facts']).toMatchObject({ state: 'gone', draft: '' })
      made.keep('paper.facts')
      made.follow(nothing, true)
      expect(paper.value.facts).toBe('应当从轻处罚。')
      expect(made.parts.value['paper.facts']).toBeUndefined()
    })

    it('words given up can be had back', async () => {
      paper.value = { facts: '应当从轻处罚。' }
      made.follow(nothing, true)
      await nextTick()
      made.take('paper.facts')
      await nextTick()
      expect(paper.value.facts).toBe('')
      expect(made.parts.value['paper.facts']?.before).toBe('应当从轻处罚。')
      made.undo('paper.facts')
      expect(paper.value.facts).toBe('应当从轻处罚。')
    })

    it.each(['应当予以行政处罚。', '应当从轻处罚。'])('a form that knows nothing of what is typed empties and asks nothing: %s', (words) => {
      paper.value = { facts: words }
      made.follow(nothing)
      expect(paper.value.facts).toBe(words)
      expect(made.parts.value['paper.facts']).toBeUndefined()
    })

    it('a part emptied on purpose is not asked about', () => {
      paper.value = { facts: '' }
      made.follow(nothing, true)
      expect(made.parts.value['paper.facts']).toBeUndefined()
      made.follow(drafted('应当予以行政处罚。'), true)
      expect(paper.value.facts).toBe('')
    })
  })
})
