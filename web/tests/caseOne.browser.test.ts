import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch, shot } from './support/browser'
import { Seats } from './support/seats'
import { binary, startServer, type RealServer } from './support/server'
import { Walk, type Scenario } from './support/walk'

const read = async (name: string) =>
  JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'tests', 'scenario', `${name}.json`), 'utf8')) as Scenario
const scenario = await read('milk_2024')
/** The other two paths are walked when asked for: they take as long again. */
const others = process.env.ALL_CASES ? await Promise.all(['fertiliser_2024', 'no_penalty'].map(read)) : []
const ready = binary !== undefined || process.env.ZHIHENG_URL !== undefined

let browser: Browser
let server: RealServer
let seats: Seats
let walk: Walk

beforeAll(async () => {
  if (!ready) throw new Error('the browser test needs the built server')
  server = await startServer()
  browser = await launch()
  seats = new Seats(browser, server.url)
  walk = new Walk(seats, scenario)
}, 120_000)
afterAll(async () => {
  await seats?.close()
  await browser?.close()
  await server?.stop()
})

describe('case 1, reprinted dates on milk, clicked through from the tip to the archive', () => {
  it('the clerk registers the clue', () => walk.register())

  it.each(scenario.acts.slice(1).map((act, index) => [index + 2, act.act, act] as const))('%d %s', (_n, _name, act) =>
    walk.perform(act),
  )

  it('the printed decision says what was decided', async () => {
    const page = await seats.of('zhou-min')
    await page.goto(`/cases/${walk.no}/documents`)
    await page.getByRole('button', { name: /行政处罚决定书/ }).click()
    await page.getByRole('button', { name: '文字' }).click()
    const text = (await page.getByTestId('document-text').textContent()) ?? ''
    for (const part of ['行政处罚决定书', '冯启明', '670', '86000', '233箱', '第一百二十四条第一款第（五）项', '第三十四条第（十）项', '临江市城东区人民政府', '六个月', '百分之三']) {
      expect(text).toContain(part)
    }
    expect(text).toMatch(/〔2024〕\d+号/)
    await page.getByRole('button', { name: '版式' }).click()
    await shot(page, 'case-one-decision')
  })

  it('the case is archived, its chain whole, every act in the timeline', async () => {
    const page = await seats.of('zhou-min')
    await page.goto(`/cases/${walk.no}`)
    await page.getByText('已归档').first().waitFor()
    await shot(page, 'case-one-overview')
    await page.goto(`/cases/${walk.no}/integrity`)
    await page.getByText(`校验通过：${scenario.acts.length} 项行为`).waitFor()
    await page.goto(`/cases/${walk.no}/timeline`)
    await page.getByText('补录').first().waitFor()
    await shot(page, 'case-one-timeline')
    expect(await page.getByRole('listitem').count()).toBe(scenario.acts.length)
    expect(seats.complaints).toEqual([])
  })
})

describe.each(others.map((each) => [each.party.name, each] as const))('the case of %s', (_name, other) => {
  const path = () => walk
  it('is registered', async () => {
    walk = new Walk(seats, other)
    await walk.register()
  })
  it.each(other.acts.slice(1).map((act, index) => [index + 2, act.act, act] as const))('%d %s', (_n, _act, act) => path().perform(act))
  it('ends in the archive', async () => {
    const page = await seats.of('zhou-min')
    await page.goto(`/cases/${walk.no}`)
    await page.getByText('已归档').first().waitFor()
  })
})
