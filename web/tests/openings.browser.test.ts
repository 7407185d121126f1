import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { ApiCase, readScenario } from './support/apiCase'
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
const which = (page: Page) => page.getByRole('navigation', { name: '登记哪一种' })

it('whoever receives what comes in chooses which of three it is, and what was typed in one stays there', async () => {
  const page = await seats.of('xu-jing')
  await page.goto('/cases/new')
  await expect.poll(() => which(page).getByRole('link').count()).toBe(3)
  await page.locator('#field-party-name').fill('沙小川')
  await fits(page, 'opening-clue')
  await which(page).getByRole('link', { name: '登记投诉举报' }).click()
  await page.getByRole('heading', { name: '登记投诉举报' }).waitFor()
  expect(await page.locator('#field-party-name').inputValue()).toBe('')
  await which(page).getByRole('link', { name: '登记反向移送' }).click()
  await page.getByText('意见书文号').waitFor()
  await fits(page, 'opening-referral')
  await which(page).getByRole('link', { name: '登记案件来源' }).click()
  await expect.poll(() => page.locator('#field-party-name').inputValue()).toBe('沙小川')
  await page.evaluate(() => sessionStorage.clear())

  const officer = await seats.of('zhou-min')
  await officer.goto('/cases/new')
  await officer.getByText('发现或者收到材料之日').waitFor()
  expect(await which(officer).count(), 'an officer registers clues only').toBe(0)
})

it('what the procuratorate sends back opens a case, is checked and filed, and answered in its time (行政处罚法 第二十七条)', async () => {
  const scenario = await readScenario('accepted/acts-3.5-reverse-referral')
  const [first, ...others] = scenario.acts
  const answer = others.pop()
  if (!first || !answer) throw new Error('a scenario without acts')
  const { code: _invented, ...party } = scenario.party
  scenario.party = party
  scenario.staff.push({ id: 'qian-wei', name: '钱伟', roles: ['UNIT_HEAD'] })
  first.paper = { facts: '检察院对柳堤商贸掺杂掺假案作出不起诉决定，建议给予行政处罚' }
  const walk = new Walk(seats, scenario)
  await walk.register()
  const intake = await seats.of('xu-jing')
  await intake.getByText('检察院对柳堤商贸掺杂掺假案作出不起诉决定').first().waitFor()
  await intake.goto(`/cases/${walk.no}/documents`)
  await intake.getByText('案件来源登记表').first().waitFor()

  const api = new ApiCase(inject('serverUrl'), scenario)
  api.no = walk.no
  for (const act of others) await api.perform(act)
  const page = await seats.of('zhou-min')
  const row = page.getByRole('region', { name: '待我办理' }).getByRole('listitem').filter({ hasText: walk.no }).filter({ hasText: '回复反向移送' })
  const all = page.getByRole('button', { name: /^回复反向移送/ })
  const look = async () => {
    await page.goto('/')
    await page.getByRole('region', { name: '待我办理' }).waitFor()
    if ((await all.count()) > 0) await all.first().click()
    return row.count()
  }
  await expect.poll(look, { timeout: 60_000 }).toBe(1)
  await row.getByText('2026-06-01').waitFor()
  await row.getByRole('link', { name: '回复反向移送' }).click()
  await page.waitForURL(`**/cases/${walk.no}/acts/answer_reverse_referral`)
  await page.locator('#field-data-result').waitFor()
  await fits(page, 'answer-referral')
  await walk.perform(answer)
  await page.goto(`/cases/${walk.no}/timeline`)
  await page.getByRole('button', { name: /回复反向移送/ }).waitFor()
  expect(seats.complaints).toEqual([])
})
