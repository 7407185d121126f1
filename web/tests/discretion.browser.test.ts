import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { barriers, launch, openPage, overflow, shot } from './support/browser'
import { fakeServer } from './support/fakeServer'
import { caseNo, routes } from './support/fixtures'

let browser: Browser
let desk: Awaited<ReturnType<typeof fakeServer>>

beforeAll(async () => {
  browser = await launch()
  desk = await fakeServer(routes)
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
})

const circumstances = (page: Page) => page.getByRole('group', { name: '情节', exact: true })
const add = async (page: Page, code: string) => page.getByLabel('增加情节', { exact: true }).selectOption(code)

it.each(['desk', 'phone'] as const)('at filing the lists say what they still lack (%s)', async (size) => {
  const { context, page, complaints } = await openPage(browser, size, desk.url)
  await page.goto(`/cases/${caseNo}/acts/file_case`)
  const grounds = page.getByRole('group', { name: '可能适用的清单和规定' })
  await grounds.getByText('及时改正：尚缺').waitFor()
  for (const code of ['minor', 'corrected_in_time', 'no_harm']) await add(page, code)
  await grounds.getByText('及时改正：没有证据，不予采用').waitFor()
  expect(await grounds.getByText('也可以不予立案').count()).toBe(0)
  for (const ground of await circumstances(page).locator('.ground').all()) await ground.getByLabel('现场笔录').check()
  await grounds.getByText('具备上述条件的，也可以不予立案').waitFor()
  await shot(page, `filing-grounds-${size}`)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

it('a circumstance without evidence is shown and not used, and the record of an act proves it', async () => {
  const { context, page } = await openPage(browser, 'desk', desk.url)
  await page.goto(`/cases/${caseNo}/acts/decide`)
  await add(page, 'intentional')
  await circumstances(page).getByText('没有证据的情节不予采用').waitFor()
  await circumstances(page).getByLabel('询问笔录（钱大海）').check()
  await circumstances(page).getByText('没有证据的情节不予采用').waitFor({ state: 'detached' })
  await page.waitForTimeout(600)
  expect(JSON.stringify(desk.seen.at(-1)?.body)).toContain('"evidence_ids":["7"]')
  await context.close()
})

it('the reasons are drafted from the trace, stay editable, and say when they were changed', async () => {
  const { context, page } = await openPage(browser, 'desk', desk.url)
  await page.goto(`/cases/${caseNo}/acts/decide`)
  const reasons = page.getByLabel('裁量的事实和理由')
  const part = page.locator('.row').filter({ has: reasons })
  await part.getByText('依案卷起草，可以修改').waitFor()
  expect(await reasons.inputValue()).toContain('一、事理：专门购置喷码机')
  await reasons.fill('另有考虑。')
  await part.getByText('已由办案人员修改').waitFor()
  await part.getByRole('button', { name: '与草稿的差异' }).click()
  await part.locator('del').first().getByText('一、事理').waitFor()
  await shot(page, 'reasons-edited')
  await page.getByRole('button', { name: '还原为草稿' }).click()
  expect(await reasons.inputValue()).toContain('四、情理')
  await context.close()
})

it('another tier is refused until its reason is written', async () => {
  const { context, page } = await openPage(browser, 'desk', desk.url)
  await page.goto(`/cases/${caseNo}/acts/decide`)
  await page.getByLabel('罚款金额（元）').fill('70000')
  const reason = page.getByLabel('偏离裁量阶次的理由')
  await reason.waitFor()
  await page.getByRole('button', { name: '核对后提交' }).click()
  await page.getByText('拟罚款数额偏离本案的裁量阶次，应当写明理由。').first().waitFor()
  await shot(page, 'deviation-refused')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '返回修改' }).first().click()
  await page.getByLabel('偏离裁量阶次的理由').fill('当事人系初次违法，积极消除影响。')
  await page.getByRole('button', { name: '核对后提交' }).click()
  await page.getByRole('button', { name: /^确认提交$/ }).waitFor()
  await context.close()
})
