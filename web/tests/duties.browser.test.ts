import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { ApiCase, readScenario } from './support/apiCase'
import { launch, overflow, settled, shot, sizes } from './support/browser'
import { Seats } from './support/seats'

describe('what falls to somebody', () => {
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

  it('a reviewer sees the case that waits for review and opens the act from there; its handler does not', async () => {
    const no = await new ApiCase(inject('serverUrl'), await readScenario('fertiliser_2024')).run((act) => act.act !== 'review')
    const page = await seats.of('song-yan')
    const duties = page.getByRole('region', { name: '待我办理' })
    const row = duties.getByRole('listitem').filter({ hasText: no })
    await expect.poll(async () => (await page.reload(), await duties.waitFor(), await row.count()), { timeout: 30_000 }).toBe(1)
    expect(await row.textContent()).toContain('审核期限')
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `duties-${size}`)
      expect(await overflow(page), size).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize(sizes.seat)
    await row.getByRole('link', { name: '审核', exact: true }).click()
    await page.waitForURL(`**/cases/${no}/acts/review`)
    await page.getByRole('heading', { name: '审核' }).first().waitFor()

    const handlers = await seats.of('zhou-min')
    const theirs = handlers.getByRole('region', { name: '待我办理' })
    await theirs.waitFor()
    expect(await theirs.getByRole('listitem').filter({ hasText: no }).filter({ hasText: '审核期限' }).count()).toBe(0)
    expect(seats.complaints).toEqual([])
  })
})
