import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

const slip = '自2026年2月30日起停止销售。'
const office = { name: '整改通知.txt', mimeType: 'text/plain' }

describe('papers of other hands, in every kind of file', () => {
  const desk = useOffice()
  let page: Page
  let order: Record<'docx' | 'pdf', Buffer>
  let scan: Buffer
  /** An order with a slip in it, as Word and as PDF, and a picture of one in a PDF. */
  beforeAll(async () => {
    const scenario = await readScenario('hearing_2026')
    const until = scenario.acts.findIndex((act) => act.act === 'order_correction')
    const acts = scenario.acts.slice(0, until + 1).map((act) => {
      if (act.act !== 'order_correction') return act
      const [field, words] = Object.entries(act.data).find(([, value]) => typeof value === 'string' && /[\u4e00-\u9fff]{4}/.test(value)) ?? []
      if (field === undefined) throw new Error('an order without words')
      return { ...act, data: { ...act.data, [field]: `${String(words)}，${slip}` } }
    })
    const api = new ApiCase(inject('serverUrl'), { ...scenario, acts })
    await api.run(() => true)
    page = await desk.seats.of('zhou-min')
    const papers = (await (await page.request.get(`/api/cases/${api.no}/documents`)).json()) as { id: string; document: string }[]
    const id = papers.find((each) => each.document === 'correction_order')?.id ?? ''
    const bytes = async (kind: string) => (await page.request.get(`/api/documents/${id}/${kind}`)).body()
    order = { docx: await bytes('docx'), pdf: await bytes('pdf') }
    const sheet = await desk.browser.newPage()
    await sheet.setContent(`<img width="400" src="data:image/png;base64,${(await sheet.screenshot()).toString('base64')}">`)
    scan = await sheet.pdf()
    await sheet.close()
  }, 60_000)
  afterAll(() => expect(desk.seats.complaints).toEqual([]))

  const open = async () => {
    await page.goto('/')
    await page.getByRole('link', { name: '文书校对' }).click()
    await page.getByRole('heading', { name: '文书校对' }).waitFor()
  }
  const looks = async (name: string) => {
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `${name}-${size}`)
      expect(await overflow(page), `${name} ${size}`).toBeLessThanOrEqual(0)
      expect(await barriers(page), `${name} ${size}`).toEqual([])
    }
    await page.setViewportSize(sizes.desk)
  }
  const add = async (name: string, text: string) => {
    await page.getByRole('textbox', { name: '粘贴文字' }).fill(text)
    await page.getByLabel('名称').fill(name)
    await page.getByRole('button', { name: '加入' }).click()
  }

  it('before anything is there, nothing can be checked', async () => {
    await open()
    expect(await page.getByRole('button', { name: '校对', exact: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: '加入' }).isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: '粘贴文字' }).fill(' \n ')
    expect(await page.getByRole('button', { name: '加入' }).isDisabled(), 'spaces are no text').toBe(true)
    await looks('foreign-empty')
  })

  it('Word and PDF are read, and both readings of a slip are named with their place', async () => {
    await open()
    await page.getByLabel('读入文件').setInputFiles([
      { name: '通知书.docx', mimeType: 'application/octet-stream', buffer: order.docx },
      { name: '通知书.pdf', mimeType: 'application/pdf', buffer: order.pdf },
    ])
    await page.getByRole('listitem').filter({ hasText: '通知书.pdf' }).waitFor()
    await add('报告', '检验报告\n样品到达日期：2026年3月18日　检验日期：2026年3月19日　签发日期：2026年3月16日')
    await page.getByRole('button', { name: '校对', exact: true }).click()
    const results = page.getByRole('region', { name: '校对结果' })
    for (const name of ['通知书.docx', '通知书.pdf'])
      await results.getByRole('listitem').filter({ hasText: '没有2026年2月30日' }).getByRole('button', { name: new RegExp(`^${name}`) }).first().waitFor()
    const signed = results.getByRole('listitem').filter({ hasText: '签发日期' })
    await signed.getByText('2026年3月16日', { exact: true }).waitFor()
    await signed.getByText('不早于2026年3月19日').waitFor()
    await signed.getByRole('button', { name: '报告 第 2 段' }).click()
    await expect.poll(() => page.locator('mark').textContent()).toBe('2026年3月16日')
    await looks('foreign-findings')
  })

  it('a scan, an empty file and a broken one say why they are not read, and nothing is said to be right', async () => {
    await open()
    await page.getByLabel('读入文件').setInputFiles([
      { name: '扫描.pdf', mimeType: 'application/pdf', buffer: scan },
      { ...office, buffer: Buffer.from(' \r\n') },
      { name: '坏.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no archive') },
    ])
    await page.getByRole('alert').getByText(/扫描\.pdf：.*没有文字.*证据/).waitFor()
    await page.getByRole('alert').getByText(/整改通知\.txt：.*没有文字/).waitFor()
    await page.getByRole('alert').getByText(/坏\.docx：/).waitFor()
    expect(await page.getByRole('button', { name: '校对', exact: true }).count(), 'there is nothing to check').toBe(0)
    await looks('foreign-unread')
  })

  it('a hundred thousand characters are read and the slip at their end is found', async () => {
    await open()
    const sentence = '本局执法人员依法对当事人的经营场所进行检查，当事人在场配合。'
    await add('长文书', `现场笔录\n${`${sentence.repeat(100)}\n`.repeat(Math.ceil(100_000 / (sentence.length * 100)))}${slip}`)
    await page.getByRole('listitem').filter({ hasText: '长文书' }).getByText(/\d{6} 字/).waitFor()
    await page.getByRole('button', { name: '校对', exact: true }).click()
    const found = page.getByRole('region', { name: '校对结果' }).getByRole('listitem').filter({ hasText: '2月30日' })
    await found.getByRole('button', { name: /^长文书/ }).first().click()
    await expect.poll(() => page.locator('mark').textContent()).toContain('2月30日')
    await looks('foreign-long')
  })
})
