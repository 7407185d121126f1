import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { readScenario } from './support/apiCase'
import { barriers, launch, overflow, settled, shot, sizes } from './support/browser'
import { Seats } from './support/seats'
import { Walk } from './support/walk'

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

async function fits(page: Page, name: string): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await settled(page)
    await shot(page, `${name}-${size}`)
    expect(await overflow(page), `${name} ${size}`).toBeLessThanOrEqual(0)
  }
  expect(await barriers(page), name).toEqual([])
  await page.setViewportSize(sizes.seat)
}

it('a complaint is registered from the list of cases, accepted, mediated and settled, and becomes a clue', async () => {
  const scenario = await readScenario('accepted/procedure-03-complaint-mediated')
  const [first] = scenario.acts
  if (first) first.paper = { facts: '购买的核桃干货霉变，要求退货退款', claim: '退还货款并赔偿' }
  const { code: _invented, ...party } = scenario.party
  scenario.party = party
  const walk = new Walk(seats, scenario)
  await walk.register()
  const page = await seats.of('bai-lu')
  await page.goto(`/cases/${walk.no}`)
  await page.getByText('已收到投诉').first().waitFor()
  await page.getByText('投诉受理期限').first().waitFor()
  await page.getByRole('region', { name: '下一步' }).getByRole('link', { name: '受理投诉', exact: true }).waitFor()
  await fits(page, 'complaint')
  await page.goto(`/cases/${walk.no}/why`)
  await page.getByText('案件怎样走到这一步').waitFor()
  await fits(page, 'complaint-why')
  await page.goto(`/cases/${walk.no}/acts/refuse_complaint`)
  await page.locator('#field-data-ground').click()
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '（四）' }).waitFor()
  await page.keyboard.press('Escape')
  await fits(page, 'complaint-refuse')

  for (const act of scenario.acts.slice(1)) await walk.perform(act)
  await page.goto(`/cases/${walk.no}`)
  await page.getByText('已达成调解').first().waitFor()
  await fits(page, 'complaint-settled')

  await page.getByRole('link', { name: '登记为案源' }).click()
  await expect.poll(() => page.locator('#field-party-name').inputValue()).toBe('城东区阿满干货店')
  expect(await page.locator('#field-data-content').inputValue()).toBe('购买的核桃干货霉变，要求退货退款')
  expect(await page.locator('#field-data-source_no').inputValue()).toBe('12315-2026-990101-000611')
  expect(await page.locator('#field-data-found_on').inputValue()).toBe('2026-05-06')
  await fits(page, 'clue-of-complaint')
  expect(seats.complaints).toEqual([])
})

it('a letter that complains and reports is two matters that lead to each other', async () => {
  const page = await seats.of('bai-lu')
  const answer = await page.request.post('/api/cases', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: {
      procedure: 'complaint',
      party: { kind: 'sole_trader', name: '城东区阿满干货店' },
      data: { received_on: '2026-11-16', competent_on: '2026-11-16', kind: 'both', twelve_315_no: '12315-2026-990101-000888' },
      paper: { facts: '核桃霉变，要求退货，并举报销售变质食品' },
      at: '2026-11-16T10:00:00+08:00',
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { no } = (await answer.json()) as { no: string }
  await page.goto(`/cases/${no}`)
  const head = page.locator('header.head')
  await head.getByText('同信举报').waitFor()
  await head.getByText('已登记案源').waitFor()
  await fits(page, 'letter-complaint')
  await head.locator('dd a').click()
  await head.getByText('同信投诉').waitFor()
  await head.locator(`a[href="/cases/${no}"]`).waitFor()
  await head.getByText('已收到投诉').waitFor()
  await page.getByText('核查期限').first().waitFor()
  await fits(page, 'letter-report')
  expect(seats.complaints).toEqual([])
})
