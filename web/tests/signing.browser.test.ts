import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { launch, overflow, settled, shot, sizes } from './support/browser'
import { priceTags } from './support/fastCase'
import { Office } from './support/office'
import { signIn } from './support/seats'

const minutesAgo = (minutes: number) => new Date(Date.now() + (8 * 60 - minutes) * 60_000).toISOString().slice(0, 19) + '+08:00'

const seen = () => ({
  place: '湖滨路3号',
  from: minutesAgo(1),
  to: minutesAgo(0),
  called_to_attend: true,
  present: 'party',
  findings: '店内三十种商品未标明价格',
  certificates_shown: true,
  rights_told: true,
  signature: 'signed',
  no_media_reason: '当事人要求不拍摄店内',
})

describe('signing a paper on a touch screen, then sealing it', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let touch: CDPSession
  let office: Office
  beforeAll(async () => {
    browser = await launch()
    office = new Office(inject('serverUrl'))
    context = await browser.newContext({ viewport: sizes.phone, hasTouch: true, isMobile: true, baseURL: inject('serverUrl'), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    page = await context.newPage()
    touch = await context.newCDPSession(page)
    await signIn(page, 'zhou-min')
  })
  afterAll(async () => {
    await context?.close()
    await browser?.close()
  })

  /** A finger drawn over the glass. */
  async function draw(points: [number, number][]): Promise<void> {
    const [first, ...rest] = points.map(([x, y]) => ({ x, y, force: 0.6 }))
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: first ? [first] : [] })
    for (const point of rest) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  it('keeps strokes, seals, serves the same bytes and finds them whole', async () => {
    const { no } = await priceTags(office, 'person')
    await office.act(no, 'onsite_check', ['zhou-min', 'he-feng'], seen())
    const papers = await office.call<{ id: string; document: string }[]>('zhou-min', 'GET', `/api/cases/${no}/documents`)
    const record = papers.find((each) => each.document === 'onsite_record')
    expect(record).toBeDefined()
    await page.goto(`/cases/${no}/documents?id=${record?.id}`)
    const panel = page.getByRole('region', { name: '签章' })
    await panel.getByRole('button', { name: '当事人（签名）' }).click()
    const pad = page.getByRole('img', { name: '请在框内用手指或者笔签写姓名' })
    const box = await pad.boundingBox()
    if (!box) throw new Error('no pad')
    await page.getByLabel('签名人姓名').fill('李强')
    const at = (x: number, y: number): [number, number] => [box.x + x, box.y + y]
    await draw([at(40, 40), at(80, 60), at(140, 45), at(60, 120)])
    await draw([at(180, 30), at(180, 90), at(240, 150)])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shot(page, 'signing-pad-phone')
    await page.getByRole('button', { name: '完成签名' }).click()
    await panel.getByRole('img', { name: '李强的手写签名' }).waitFor()
    await panel.getByText('笔迹数据未改动').waitFor()

    await panel.getByLabel('签名口令').fill('wrong-passphrase')
    await panel.getByRole('button', { name: '签名', exact: true }).click()
    const reading = page.getByRole('dialog', { name: '签章之前的校对' })
    await reading.getByText('签名口令不正确').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shot(page, 'signing-refused-phone')
    await reading.getByLabel('签名口令').fill('Zhiheng-2026')
    await reading.getByRole('button', { name: '签章', exact: true }).click()
    await panel.getByText('核验通过').waitFor()
    await settled(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shot(page, 'signing-panel-phone')

    const bytes = () => page.evaluate(async (id) => Array.from(new Uint8Array(await (await fetch(`/api/documents/${id}/pdf`)).arrayBuffer())).join(), record?.id)
    expect(await bytes()).toBe(await bytes())
    const state = await office.call<{ places: string[]; signatures: { holds: boolean }[] }>('zhou-min', 'GET', `/api/documents/${record?.id}/signatures`)
    expect(state.places).toEqual([])
    expect(state.signatures.map((each) => each.holds)).toEqual([true])
  })
})
