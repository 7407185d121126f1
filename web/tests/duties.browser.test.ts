import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { ActType } from '../src/api/types'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, launch, overflow, settled, shot, sizes } from './support/browser'
import { fillAll, typeDate } from './support/fill'
import { Seats } from './support/seats'

const asIs = (each: string) => each
const dutiesOf = (page: Page) => page.getByRole('region', { name: '待我办理' })

describe('what falls to somebody', () => {
  let browser: Browser
  let seats: Seats
  let api: ApiCase
  beforeAll(async () => {
    browser = await launch()
    seats = new Seats(browser, inject('serverUrl'))
    api = new ApiCase(inject('serverUrl'), await readScenario('fertiliser_2024'))
  })
  afterAll(async () => {
    await seats?.close()
    await browser?.close()
  })

  /** The row of the case in somebody's inbox, once the lists have it; they are written behind the act. */
  async function rowOf(person: string, title: string) {
    const page = await seats.of(person)
    await page.goto('/')
    const row = dutiesOf(page).getByRole('listitem').filter({ hasText: api.no }).filter({ hasText: title })
    const kind = dutiesOf(page).getByRole('group', { name: '只看' }).getByRole('button', { name: new RegExp(`^${title}`) })
    const look = async () => {
      await page.reload()
      await dutiesOf(page).waitFor()
      if ((await kind.count()) > 0) await kind.first().click()
      return row.count()
    }
    await expect.poll(look, { timeout: 60_000 }).toBe(1)
    return { page, row }
  }

  it('a reviewer finds the case that waits for review, goes there, signs, and it waits no more; its handler never had it', async () => {
    const { acts } = await readScenario('fertiliser_2024')
    const review = acts.find((act) => act.act === 'review')
    if (!review) throw new Error('a scenario without a review')
    await api.run((act) => act.act !== 'review')
    const { page, row } = await rowOf('song-yan', '审核')
    expect(await row.textContent()).toContain('审核期限')
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `duties-${size}`)
      expect(await overflow(page), size).toBeLessThanOrEqual(0)
    }
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize(sizes.seat)

    const handlers = await seats.of('zhou-min')
    await dutiesOf(handlers).waitFor()
    expect(await dutiesOf(handlers).getByRole('listitem').filter({ hasText: api.no }).filter({ hasText: '审核期限' }).count()).toBe(0)

    await row.getByRole('link', { name: '审核', exact: true }).click()
    await page.waitForURL(`**/cases/${api.no}/acts/review`)
    const answer = await page.request.get(`/api/cases/${api.no}/acts/review/form`)
    const { type } = (await answer.json()) as { type: ActType }
    await typeDate(page, 'at', review.at)
    await fillAll(page, type.fields, 'data', review.data, { violation: asIs, person: asIs, evidence: asIs })
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('button', { name: '确认记录' }).click()
    await page.getByText(/^已记录为第 \d+ 项行为/).waitFor()
    await page.getByRole('link', { name: '回到待办' }).click()
    await dutiesOf(page).waitFor()
    const left = dutiesOf(page).getByRole('listitem').filter({ hasText: api.no })
    await expect.poll(async () => (await page.reload(), await dutiesOf(page).waitFor(), await left.count()), { timeout: 60_000 }).toBe(0)
  })

  it('after the decision its publication is with the credit office', async () => {
    const { acts } = await readScenario('fertiliser_2024')
    const from = acts.findIndex((act) => act.act === 'review') + 1
    const to = acts.findIndex((act) => act.act === 'publish')
    for (const act of acts.slice(from, to)) await api.perform(act)
    const { page, row } = await rowOf('meng-lan', '公示行政处罚信息')
    await row.getByText(/^已逾期 \d+ 天$/).waitFor()
    await row.getByRole('link', { name: '公示行政处罚信息' }).click()
    await page.waitForURL(`**/cases/${api.no}/acts/publish`)
    expect(seats.complaints).toEqual([])
  })
})
