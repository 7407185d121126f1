import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from './browser'
import { Seats } from './seats'
import { Walk, type Scenario } from './walk'

export interface CaseWalk {
  scenario: Scenario
  walk: () => Walk
  seats: () => Seats
}

/** The tests of one scenario, act by act, from the tip to the archive, in a browser of its own. */
export async function walkCase(name: string): Promise<CaseWalk> {
  const file = join(import.meta.dirname, '..', '..', '..', 'tests', 'scenario', `${name}.json`)
  const scenario = JSON.parse(await readFile(file, 'utf8')) as Scenario
  let browser: Browser
  let seats: Seats
  let walk: Walk
  beforeAll(async () => {
    browser = await launch()
    seats = new Seats(browser, inject('serverUrl'))
    walk = new Walk(seats, scenario)
  })
  afterAll(async () => {
    await seats?.close()
    await browser?.close()
  })

  it('the clerk registers the clue', () => walk.register())
  it.each(scenario.acts.slice(1).map((act, index) => [index + 2, act.act, act] as const))('%d %s', (_n, _name, act) => walk.perform(act))
  it('the case is archived, its chain whole, every act in the timeline', async () => {
    const page = await seats.of('zhou-min')
    await page.goto(`/cases/${walk.no}`)
    await page.getByText('已归档').first().waitFor()
    await page.goto(`/cases/${walk.no}/integrity`)
    await page.getByText(`校验通过：${scenario.acts.length} 项行为`).waitFor()
    await page.goto(`/cases/${walk.no}/timeline`)
    await page.getByText('补录').first().waitFor()
    expect(await page.getByRole('listitem').count()).toBe(scenario.acts.length)
    expect(seats.complaints).toEqual([])
  })
  return { scenario, walk: () => walk, seats: () => seats }
}
