import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { barriers, launch, overflow, settled, shot, sizes } from './support/browser'
import { priceTags } from './support/fastCase'
import { Office } from './support/office'
import { Seats } from './support/seats'
import { entriesOf } from './support/zip'

let browser: Browser
let seats: Seats
beforeAll(async () => {
  browser = await launch()
  seats = new Seats(browser, inject('serverUrl'))
})
afterAll(async () => {
  await seats?.close()
  await browser?.close()
})

/** A licence as somebody photographs it. */
async function licence(): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 }, deviceScaleFactor: 2 })
  await page.setContent(`<body style="font: 26px 'Noto Sans CJK SC', sans-serif; background: #fdfbf4; padding: 24px 60px">
    <h1 style="text-align: center; font-size: 54px; letter-spacing: 12px">营业执照</h1>
    <p>统一社会信用代码：91110108551385082Q</p><p>名称：临江市城东区湖滨便民超市</p><p>类型：个体工商户</p>
    <p>经营范围：食品销售、日用百货零售</p><p>注册日期：2020年03月12日</p><p style="text-align: right">登记机关 2020年03月12日</p></body>`)
  const picture = await page.screenshot({ type: 'png' })
  await page.close()
  return picture
}

it('a picture of a licence is read, its name confirmed, and the volume is told by it', async () => {
  const office = new Office(inject('serverUrl'))
  const { no } = await priceTags(office, 'person')
  const page = await seats.of('zhou-min')
  await page.goto(`/cases/${no}/evidence`)
  const files = [
    { name: 'IMG_0001.png', mimeType: 'image/png', buffer: await licence() },
    { name: '损坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing') },
  ]
  await page.getByLabel('上传证据').setInputFiles(files)
  const rows = page.getByRole('row')
  const read = rows.filter({ hasText: 'IMG_0001.png' })
  await read.getByText('营业执照', { exact: false }).first().waitFor()
  const broken = rows.filter({ hasText: '损坏.pdf' })
  await broken.getByText(/没有识别：.*损坏/).waitFor()
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await settled(page)
    await shot(page, `file-names-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(sizes.desk)
  expect(await barriers(page)).toEqual([])

  const proposed = (await read.locator('.proposal strong').innerText()).trim()
  expect(proposed).toMatch(/^营业执照.*2020-03-12$/)
  await read.getByRole('button', { name: /^采用/ }).click()
  await page.getByRole('button', { name: `查看 ${proposed}.png` }).waitFor()
  await page.getByText('原文件名 IMG_0001.png').waitFor()
  await broken.getByRole('button', { name: /^修改名称/ }).click()
  await page.getByRole('textbox', { name: /^名称/ }).fill('照片/一')
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('名称不能含有斜线').first().waitFor()
  await page.getByRole('textbox', { name: /^名称/ }).fill('进货单')
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByRole('button', { name: '查看 进货单.pdf' }).waitFor()
  await settled(page)
  await shot(page, 'file-names-given-desk')

  // The volume leaves the house under the names that were given.
  const leader = await seats.of('lu-ping')
  const zip = await leader.context().request.get(`/api/cases/${no}/volume.zip`)
  const names = entriesOf(await zip.body()).map((entry) => entry.name)
  expect(names.filter((name) => name.startsWith('证据/')).map((name) => name.replace(/^\S+ /, ''))).toEqual([`${proposed}.png`, '进货单.pdf'])
  const evidence = await office.call<{ name: string }[]>('zhou-min', 'GET', `/api/cases/${no}/evidence`)
  expect(evidence.map((each) => each.name)).toContain(`${proposed}.png`)
}, 60_000)
