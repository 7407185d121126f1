import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { barriers, launch, openPage, overflow, shot, sizes } from './support/browser'
import { fakeServer } from './support/fakeServer'
import { routes } from './support/fixtures'

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

it.each(Object.keys(sizes).filter((each) => each !== 'seat') as ('desk' | 'phone')[])(
  'a bar of the simulation opens the cases behind it (%s)',
  async (size) => {
    const { context, page, complaints } = await openPage(browser, size, desk.url)
    await page.goto('/simulation')
    await page.getByLabel('从轻的上限（占幅度）').fill('0.4')
    await page.getByRole('button', { name: '推演' }).click()
    const bar = page.getByRole('button', { name: '食品安全：高于原罚款 400 件' })
    await bar.waitFor()
    await shot(page, `simulation-${size}`)
    expect(await barriers(page)).toEqual([])
    await bar.press('Enter')
    await page.getByRole('link', { name: '990101-2025-000500' }).waitFor()
    await page.getByRole('heading', { name: '食品安全 · 高于原罚款' }).waitFor()
    expect(desk.seen.at(-1)?.body).toMatchObject({
      draft: { lenient_to: '0.4' },
      cases: { by: 'field', key: 'food', change: 'more' },
    })
    await page.getByText('偏离阶次，未写明理由：75000.00元').first().waitFor()
    await shot(page, `simulation-cases-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  },
)

it('a period without decisions says so', async () => {
  const { context, page } = await openPage(browser, 'desk', desk.url)
  await page.goto('/simulation')
  await page.getByLabel('决定日期自').fill('2000-01-01')
  await page.getByLabel('从轻的上限（占幅度）').fill('0.4')
  await page.getByRole('button', { name: '推演' }).click()
  await page.getByText('这一期间没有可以推演的决定。').waitFor()
  expect(await barriers(page)).toEqual([])
  await context.close()
})
