import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Delegation } from '../src/api/life'
import type { Proposal } from '../src/api/types'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, launch, overflow, settled, shot, sizes } from './support/browser'
import { Office } from './support/office'
import { Seats } from './support/seats'
import { startServer, type RealServer } from './support/server'

const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
const nextYear = String(Number(today.slice(0, 4)) + 1)

/** On a server of its own: a calendar, a grant and a leaver change the days and the people of everybody else. */
describe('the life around the acts', () => {
  let browser: Browser
  let server: RealServer
  let seats: Seats
  let office: Office
  beforeAll(async () => {
    ;[browser, server] = await Promise.all([launch(), startServer()])
    seats = new Seats(browser, server.url)
    office = new Office(server.url)
  })
  afterAll(async () => {
    await seats?.close()
    await browser?.close()
    await server?.stop()
  })

  const at = async (person: string, path: string): Promise<Page> => {
    const page = await seats.of(person)
    await page.goto(path)
    return page
  }
  async function choose(page: Page, field: string, option: string): Promise<void> {
    await page.locator(`#${field}`).click()
    const items = page.locator('.el-select-dropdown__item:visible')
    await items.filter({ hasText: option }).first().click()
    await expect.poll(() => items.count()).toBe(0)
  }
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

  it('the administrator sees when the files were checked; nobody else does', async () => {
    const page = await at('bai-yu', '/')
    await page.getByRole('link', { name: '机关事务' }).click()
    await page.getByRole('link', { name: '案件自检' }).click()
    await page.waitForURL('**/office/self-check')
    // The nightly jobs begin with the server and end when the machine has time for them; an open page shows what was there.
    const clean = page.getByText(`${today} 检查，没有发现问题。`)
    await vi.waitFor(async () => (await page.reload(), await clean.waitFor({ timeout: 5_000 })), { timeout: 120_000 })
    await fits(page, 'self-check')
    const officer = await at('zhou-min', '/office')
    expect(await officer.getByRole('link', { name: '案件自检' }).count()).toBe(0)
    await officer.goto('/office/self-check')
    await officer.getByRole('alert').first().waitFor()
  })

  it('the register of the month: own days with their receipts, printed; the superior sees the names of those below', async () => {
    const leader = await at('lu-ping', '/office/heads')
    await leader.getByLabel('月份').selectOption({ index: 0 })
    await leader.getByText(/上级机关已于 .* 留存|等待送达上级机关/).first().waitFor()
    const link = leader.getByRole('link', { name: '打印登记簿' })
    const printed = await leader.request.get((await link.getAttribute('href')) ?? '')
    expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await fits(leader, 'register')
    const superior = await at('qin-yue', '/office/heads')
    await superior.getByText('临江市城东区市场监督管理局').first().waitFor()
  })

  it('a holiday notice is imported, its differences are read, and a second person accepts it', async () => {
    const page = await at('bai-yu', '/office/calendars')
    await page.getByLabel('通知年份').fill(nextYear)
    await page.getByLabel('依据的通知').fill(`国办发明电〔${today.slice(0, 4)}〕7号`)
    const form = page.getByRole('form', { name: '导入放假安排' })
    await form.getByLabel('内容').fill(`${nextYear}-13-01,休,元旦`)
    await form.getByRole('button', { name: '导入并列出变动' }).click()
    await form.getByRole('alert').waitFor()
    await form.getByLabel('内容').fill([1, 2, 3].map((day) => `${nextYear}-01-0${day},休,元旦`).join('\n'))
    await form.getByRole('button', { name: '导入并列出变动' }).click()
    await page.getByText('待启用').waitFor()
    await page.getByText(`${nextYear}-01-01 `).first().waitFor()
    expect(await page.getByRole('button', { name: '核对无误，启用' }).count()).toBe(0)
    await fits(page, 'calendar-version')

    const leader = await at('lu-ping', new URL(page.url()).pathname)
    await leader.getByRole('region', { name: '期限变动' }).getByRole('row').nth(1).waitFor()
    await leader.getByRole('button', { name: '核对无误，启用' }).click()
    await leader.getByText('已启用').first().waitFor()
    await leader.getByRole('link', { name: '返回' }).click()
    await leader.getByText(`元旦 01-01 至 01-03`).first().waitFor()
  })

  it('a leader gives his power in writing; the deputy approves, and the paper stands beside his name', async () => {
    const leader = await at('lu-ping', '/office/delegations')
    await choose(leader, 'delegation-principal', '陆平')
    await choose(leader, 'delegation-person', '宋岩')
    await leader.getByLabel('书面授权文号').fill('东市监授〔2026〕9号')
    await leader.getByRole('button', { name: '登记', exact: true }).click()
    await leader.getByRole('row').filter({ hasText: '宋岩' }).getByText('有效').waitFor()
    await fits(leader, 'delegations')

    const [clue] = (await readScenario('hearing_2026')).acts
    const no = await office.register('xu-jing', { kind: 'person', name: '梁小满' }, { ...clue?.data, found_on: today })
    const asked = await office.call<{ proposal: Proposal }>('zhou-min', 'POST', `/api/cases/${no}/acts`, { act: 'extend_check', by: ['zhou-min'], data: { reason: '等待检验结果' } }, 1)
    await office.call('qian-wei', 'POST', `/api/proposals/${asked.proposal.id}/approve`, { opinion: '同意' })
    const deputy = await at('song-yan', '/')
    await deputy.getByRole('listitem').filter({ hasText: no }).getByRole('link').first().click()
    await deputy.getByTestId('grant').getByText('您依书面授权（东市监授〔2026〕9号）代陆平行使').waitFor()
    await deputy.getByRole('button', { name: '同意…' }).click()
    await deputy.getByRole('button', { name: '同意', exact: true }).click()
    await deputy.getByText(/^已同意/).first().waitFor()
    const signed = deputy.getByRole('region', { name: '签署' }).getByRole('listitem').filter({ hasText: '宋岩' })
    await signed.getByText('代行职权（东市监授〔2026〕9号）').waitFor()
    await fits(deputy, 'signed-under-grant')
    await deputy.goto(`/cases/${no}/timeline`)
    await deputy.getByRole('button', { name: /延长核查期限/ }).first().click()
    await deputy.getByText('代行职权（东市监授〔2026〕9号）').waitFor()
    const settledNow = await office.call<Proposal>('zhou-min', 'GET', `/api/proposals/${asked.proposal.id}`)
    expect(settledNow.steps.at(-1)).toMatchObject({ person: { id: 'song-yan' } })
  })

  it('the power of the principal leader goes only to who presides, and the list says so', async () => {
    const page = await at('fang-zheng', '/office/delegations')
    await choose(page, 'delegation-principal', '方正')
    await page.getByText('书面授权写明由其主持工作').waitFor()
    await choose(page, 'delegation-person', '陆平')
    await page.getByLabel('书面授权文号').fill('东市监授〔2026〕12号')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('alert').getByText('只能由书面明确“主持工作”的负责人行使').waitFor()
    await page.getByLabel('书面授权写明由其主持工作').check()
    await fits(page, 'delegation-presiding')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const row = page.getByRole('row').filter({ hasText: '东市监授〔2026〕12号' })
    await row.getByText('主持工作', { exact: true }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: '宋岩' }).getByText('主持工作', { exact: true }).count()).toBe(0)
    await row.getByRole('button', { name: '终止' }).click()
    await page.getByLabel('终止的理由').fill('正职负责人已返回')
    await page.getByRole('button', { name: '立即终止' }).click()
    await row.getByText('已终止').waitFor()
  })

  it('alarms name what is late and lead to the act that ends it; the digest of the day is kept', async () => {
    const api = new ApiCase(server.url, await readScenario('hearing_2026'))
    await api.run((_, n) => n <= 3)
    const page = await at('zhou-min', '/')
    await page.getByRole('link', { name: /^预警 \d+ 件/ }).click()
    const late = page.getByRole('region', { name: '已逾期' })
    const row = late.getByRole('listitem').filter({ hasText: api.no })
    await row.getByText(/办案期限已于.*届满，逾期\d+日/).waitFor()
    await fits(page, 'alarms')
    await row.getByRole('link').nth(1).click()
    await page.waitForURL(`**/cases/${api.no}/acts/*`)
    await page.goto('/digests')
    await page.getByText('今日事项').waitFor()
    await fits(page, 'digest')
  })

  it('a leaver: the cases go over, the grants end together, the post ends', async () => {
    const grant = (principal: string, person: string, paper: string) =>
      office.call<Delegation>('bai-yu', 'POST', '/api/delegations', { principal, person, role: 'HANDLER', paper, from: today, until: today, reason: '' })
    await Promise.all([grant('he-feng', 'shi-lei', '东市监授〔2026〕10号'), grant('tang-li', 'he-feng', '东市监授〔2026〕11号')])
    const head = await at('qian-wei', '/office/hand-over/he-feng')
    const panel = head.getByRole('region', { name: /^在办案件/ })
    await panel.getByRole('listitem').first().waitFor()
    const open = await panel.getByRole('listitem').count()
    await choose(head, 'hand-over-all', '唐丽')
    await panel.getByRole('button', { name: `交接 ${open} 件` }).click()
    await expect.poll(async () => (await panel.getByText('已交接').count()) + (await panel.getByRole('alert').count())).toBe(open)
    expect(await panel.getByText('已交接').count()).toBeGreaterThan(0)

    const admin = await at('bai-yu', '/office/hand-over/he-feng')
    await admin.getByText('没有您可以查看的在办案件').waitFor()
    await admin.getByLabel('终止的理由').fill('调离执法岗位')
    await admin.getByRole('button', { name: '终止所选 2 项' }).click()
    await admin.getByText('已终止 2 项授权。').waitFor()
    await fits(admin, 'hand-over')
    await admin.getByLabel('终止任职的理由').fill('调离本局')
    await admin.getByRole('button', { name: '终止任职' }).click()
    await admin.getByText(new RegExp(`至 ${today}`)).waitFor()
  })

  it('nothing complained', () => expect(seats.complaints).toEqual([]))
})
