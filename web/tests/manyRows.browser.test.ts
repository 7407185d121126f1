import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch, openPage, overflow, settled, shot } from './support/browser'
import { fakeServer, type Routes } from './support/fakeServer'
import { acts, caseNo, caseRows, caseView, duty, evidence, proposal, routes } from './support/fixtures'

const MANY = 500
const PAGE = 50
const numbered = (n: number) => `990101-2024-${String(n + 1).padStart(6, '0')}`
const cases = Array.from({ length: MANY }, (_, n) => ({ ...caseRows[n % caseRows.length], no: numbered(n) }))

/** Five hundred of everything a list shows, the cases page after page as the server gives them. */
const many: Routes = {
  ...routes,
  'GET /api/cases': (_body: unknown, url: URL) => {
    const from = Number(url.searchParams.get('after') ?? 0)
    const next = from + PAGE < MANY ? { next: String(from + PAGE) } : {}
    return { json: { cases: cases.slice(from, from + PAGE), ...next } }
  },
  'GET /api/inbox': { proposals: Array.from({ length: MANY }, (_, n) => ({ ...proposal, id: `p${n}`, case_no: numbered(n) })), returned: [], clocks: [], tasks: Array.from({ length: MANY }, (_, n) => ({ ...duty, case_no: numbered(n) })), more_tasks: true, benchmark_tables: [] },
  'GET /api/cases/:no': {
    ...caseView,
    tasks: Array.from({ length: MANY }, (_, n) => ({ ...caseView.tasks[n % caseView.tasks.length], id: `t${n}` })),
    due: { fine: '86000.00', gains: '670.00', late_fee: '12900.00', items: ['goods', 'licence'] },
    connections: [{ kind: 'split_from', no: numbered(7) }, { kind: 'joined_here', no: numbered(8) }, { kind: 'joined_here', no: numbered(9) }],
  },
  'GET /api/cases/:no/acts': Array.from({ length: MANY }, (_, n) => ({ ...acts[n % acts.length], n: n + 1 })),
  'GET /api/cases/:no/evidence': Array.from({ length: MANY }, (_, n) => ({ ...evidence[n % evidence.length], id: `e${n}`, no: `${caseNo}-ZJ${String(n + 1).padStart(4, '0')}`, ...(n < 3 ? { from_case: numbered(7) } : {}) })),
}

let browser: Browser
let desk: Awaited<ReturnType<typeof fakeServer>>
beforeAll(async () => {
  browser = await launch()
  desk = await fakeServer(many)
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
})

describe.each(['desk', 'phone'] as const)('five hundred rows on a %s', (size) => {
  it('of cases come page after page, none twice, and the keys reach the last', async () => {
    const { context, page, complaints } = await openPage(browser, size, desk.url)
    await page.goto('/')
    const inbox = page.getByRole('region', { name: '待我处理' }).locator('li')
    await expect.poll(() => inbox.count()).toBe(100)
    await page.getByRole('button', { name: '还有 400 件待处理' }).click()
    await expect.poll(() => inbox.count()).toBe(200)
    const duties = page.getByRole('region', { name: '待我办理' })
    await expect.poll(() => duties.locator('li').count()).toBe(20)
    for (let left = MANY - 20; left > 0; left -= 100)
      await duties.getByRole('button', { name: `还有 ${left} 项待办理` }).click()
    await expect.poll(() => duties.locator('li').count()).toBe(MANY)
    expect(await duties.textContent()).toContain(`只列出最先到期的 ${MANY} 项`)
    const list = page.getByRole('region', { name: '案件清单' }).locator('tbody tr')
    for (let shown = PAGE; shown < MANY; shown += PAGE) {
      await expect.poll(() => list.count()).toBe(shown)
      await page.getByRole('button', { name: '再显示一些' }).click()
    }
    await expect.poll(() => list.count()).toBe(MANY)
    expect(await page.getByRole('button', { name: '再显示一些' }).count()).toBe(0)
    const numbers = await list.locator('td:nth-child(5)').allTextContents()
    expect(new Set(numbers.map((each) => each.trim())).size).toBe(MANY)
    await page.evaluate((times) => {
      for (let n = 0; n < times; n++) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    }, MANY)
    const last = list.nth(MANY - 1)
    await expect.poll(() => last.getAttribute('class')).toContain('selected')
    await settled(page)
    expect(await last.evaluate((row) => row.getBoundingClientRect().top < innerHeight)).toBe(true)
    await shot(page, `many-cases-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  it.each([
    { name: 'tasks', path: `/cases/${caseNo}`, rows: 'section[aria-label="办案进度"] li' },
    { name: 'acts', path: `/cases/${caseNo}/timeline`, rows: 'section[aria-label="经过"] li' },
    { name: 'evidence', path: `/cases/${caseNo}/evidence`, rows: 'tbody tr' },
  ])('of $name stand one below the other', async ({ name, path, rows }) => {
    const { context, page, complaints } = await openPage(browser, size, desk.url)
    await page.goto(path)
    await expect.poll(() => page.locator(rows).count()).toBeGreaterThanOrEqual(MANY)
    await settled(page)
    await shot(page, `many-${name}-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})

it.each(['desk', 'phone'] as const)('the head of a case on a %s says what is due and where it came from', async (size) => {
  const { context, page } = await openPage(browser, size, desk.url)
  await page.goto(`/cases/${caseNo}/people`)
  await page.getByTestId('case-due').waitFor()
  expect(await page.getByTestId('case-due').textContent()).toBe('罚款 86,000.00 元、没收违法所得 670.00 元、加处罚款 12,900.00 元、没收财物、许可证件')
  expect(await page.getByRole('link', { name: numbered(7) }).getAttribute('href')).toBe(`/cases/${numbered(7)}`)
  await settled(page)
  await shot(page, `head-${size}`)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await context.close()
})
