import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { barriers, launch, openPage, overflow, settled, shot } from './support/browser'
import { Seats } from './support/seats'

const example = join(import.meta.dirname, '..', '..', 'tests', 'benchmark', 'example.csv')
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

const file = (text: string) => ({ name: '基准.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

async function sign(person: string, url: string, action: string): Promise<Page> {
  const page = await seats.of(person)
  await page.goto(url)
  await page.getByRole('button', { name: `${action}…` }).click()
  await page.getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: action }).last().waitFor()
  return page
}

async function bandFor(page: Page): Promise<string> {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  const answer = await page.request.post('/api/discretion', {
    data: {
      violation_id: 'food.expired',
      jurisdiction: '990101',
      act_end: today,
      decision_on: today,
      actor: { kind: 'entity' },
      facts: { goods_value: '300' },
      circumstances: [{ code: 'removed_harm', evidence_ids: ['ZJ1'] }],
    },
  })
  return ((await answer.json()) as { band: { max: string } }).band.max
}

it('a table goes from the file, by its problems and its mapping, to two approvals and a decision', async () => {
  const text = await readFile(example, 'utf8')
  const page = await seats.of('song-yan')
  await page.goto('/benchmark-tables')
  await page.getByRole('link', { name: '导入裁量基准表' }).click()
  await page.getByLabel('名称').fill('城东区裁量基准')

  await page.getByLabel(/^文件/).setInputFiles(file(text.replace('6万元以下', '６万元以下')))
  await page.getByText('有1处不能读取').waitFor()
  await page.getByRole('cell', { name: '第3行' }).waitFor()
  await settled(page)
  await shot(page, 'benchmark-problems-desk')
  expect(await page.getByRole('button', { name: '存为草稿' }).isDisabled()).toBe(true)

  await page.getByLabel(/^文件/).setInputFiles(file(text))
  await page.getByText('读取5行，2个违法行为，没有问题。').waitFor()
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.getByText('已确认0/2').waitFor()
  const url = page.url()
  expect(await bandFor(page)).toBe('65000.00')

  await page.getByRole('button', { name: '采用全部首选建议' }).click()
  await page.getByRole('button', { name: '保存对应关系' }).click()
  await page.getByText('已确认2/2').waitFor()
  await page.getByText('没有发现问题').waitFor()
  await settled(page)
  await shot(page, 'benchmark-draft-desk')
  expect(await barriers(page)).toEqual([])

  await sign('song-yan', url, '提交审批')
  const leader = await seats.of('lu-ping')
  await leader.goto('/')
  await leader.getByRole('link', { name: '城东区裁量基准' }).waitFor()
  await sign('lu-ping', url, '同意')
  const chief = await sign('fang-zheng', url, '同意')
  await chief.getByText('施行中').waitFor()
  expect(await bandFor(chief)).toBe('60000.00')

  const { context, page: phone } = await openPage(browser, 'phone', inject('serverUrl'))
  await context.addCookies(await page.context().cookies())
  await phone.goto(url)
  await phone.getByText('施行中').waitFor()
  await settled(phone)
  await shot(phone, 'benchmark-in-force-phone')
  expect(await overflow(phone)).toBeLessThanOrEqual(0)
  await phone.goto('/benchmark-tables')
  await phone.getByText('城东区裁量基准').waitFor()
  await shot(phone, 'benchmark-list-phone')
  expect(await overflow(phone)).toBeLessThanOrEqual(0)
  await context.close()
  expect(seats.complaints).toEqual([])
})
