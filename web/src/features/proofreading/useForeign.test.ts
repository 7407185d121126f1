import { expect, it, vi } from 'vitest'
import { answerWith } from '@tests/support/answers'
import { freeName, paragraphsOf, useForeign } from './useForeign'

it('lines are paragraphs however they end; empty ones are none', () => {
  expect(paragraphsOf('第一段\r\n\r\n  第二段  \n\t\n第三段')).toEqual(['第一段', '  第二段', '第三段'])
})

it('a second paper of one name is told from the first', () => {
  expect(freeName('决定书', ['决定书', '决定书（2）'])).toBe('决定书（3）')
})

it('what cannot be read is named, the rest is read against each other', async () => {
  const fetched = answerWith({
    'POST /api/foreign-papers/words': (request) =>
      new URL(request.url).searchParams.get('name') === '扫描.pdf'
        ? { status: 400, json: { title: '请求有误', detail: '文件中没有文字', status: 400 } }
        : { json: { name: '决定书.docx', paragraphs: ['罚款5000元'] } },
    'POST /api/foreign-papers/proofreading': (_, body) => ({
      json: { findings: [], counts: { error: (body as { papers: unknown[] }).papers.length, warning: 0, info: 0 } },
    }),
  })
  const foreign = useForeign()
  await foreign.load([new File(['a'], '扫描.pdf'), new File(['b'], '决定书.docx')])
  foreign.paste('', '告知书\n罚款3000元')
  expect(foreign.unread.value.map((each) => each.detail)).toEqual(['扫描.pdf：文件中没有文字'])
  expect(foreign.papers.value.map((each) => each.name)).toEqual(['决定书.docx', '粘贴的文书2'])
  await foreign.check()
  expect(foreign.reading.value?.counts.error).toBe(2)
  foreign.drop(0)
  expect(foreign.reading.value).toBeNull()
  expect(fetched).toHaveBeenCalledTimes(3)
  vi.unstubAllGlobals()
})
