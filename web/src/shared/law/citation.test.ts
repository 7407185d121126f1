import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answerWith } from '@tests/support/answers'
import { isCitation } from './citation'
import CitationDrawer from './CitationDrawer.vue'
import CitationLink from './CitationLink.vue'
import { chineseNumber } from './numerals'

it.each([
  ['行政处罚法 第六十二条', true],
  ['程序规定 第十三条至第十六条', true],
  ['国市监法规〔2022〕2号', true],
  ['执衡设计规则', false],
  ['', false],
])('“%s” is a citation: %s', (text, expected) => expect(isCitation(text)).toBe(expected))

it.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [35, '三十五'], [100, '100']])('%i is counted %s', (number, words) =>
  expect(chineseNumber(number)).toBe(words),
)

const version = {
  code: 'APL', title: '中华人民共和国行政处罚法', version_date: '2021-01-22', from: '2021-07-15', to: null,
  dated_by: '', excerpt: false, points: false, articles: 86,
}
const article = {
  article: '62', title: '第六十二条', part: '', chapter: '第五章 行政处罚的决定', section: '',
  paragraphs: [{ text: '有下列情形的：', items: [{ no: 1, text: '甲；' }, { no: 2, text: '乙。' }] }, { text: '另有规定的除外。', items: [] }],
}
const cited = { law: '行政处罚法', code: 'APL', article: '第六十二条', paragraph: 1, item: 2, on: '2026-11-21', other_versions: true }

async function opened(answer: object) {
  let asked = ''
  answerWith({ 'GET /api/citations': (request) => ((asked = request.url), { json: { cited: [answer] } }) })
  mount(CitationDrawer, { props: { basis: '行政处罚法 第六十二条', on: '2024-05-16T09:00:00+08:00' }, attachTo: document.body })
  await flushPromises()
  return { asked: decodeURIComponent(asked), words: document.body.textContent ?? '' }
}

it('opens the article of the day, with the cited item marked', async () => {
  const { asked, words } = await opened({ ...cited, held: true, version, articles: [article] })
  expect(asked).toContain('text=行政处罚法')
  expect(asked).toContain('on=2024-05-16')
  expect(words).toContain('第六十二条')
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['（二）乙。'])
})

it('says that a text is not held', async () => {
  const { words } = await opened({ ...cited, held: false, version: null, articles: [] })
  expect(words).toContain('未收录条文：行政处罚法 第六十二条。')
  expect(words).toContain('收录的文本不适用于 2026-11-21')
})

it('is a link only when there is something to open', () => {
  expect(mount(CitationLink, { props: { basis: '执衡设计规则' } }).find('button').exists()).toBe(false)
  expect(mount(CitationLink, { props: { basis: '刑法 第一百四十条' } }).find('button').text()).toBe('刑法 第一百四十条')
})
