import { afterAll, beforeAll, inject } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from './browser'
import { Office } from './office'
import { Seats } from './seats'

/** A browser, seats to click in and the bureau behind them, for the tests of the describe it is called in. */
export function useOffice() {
  let browser: Browser | undefined
  let seats: Seats | undefined
  beforeAll(async () => {
    browser = await launch()
    seats = new Seats(browser, inject('serverUrl'))
  })
  afterAll(async () => {
    await seats?.close()
    await browser?.close()
  })
  const ready = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('asked for before the browser was opened')
    return thing
  }
  return {
    office: new Office(inject('serverUrl')),
    get browser() {
      return ready(browser)
    },
    get seats() {
      return ready(seats)
    },
  }
}
