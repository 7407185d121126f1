import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { barriers, launch, openPage, overflow, settled, shot } from './support/browser'
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

const pages = [
  { name: 'home', path: '/', shows: '我的案件' },
  { name: 'new-clue', path: '/cases/new', shows: '姓名（名称）' },
  { name: 'new-referral', path: '/referrals/new', shows: '意见书文号' },
  { name: 'new-complaint', path: '/complaints/new', shows: '12315平台编号' },
  { name: 'case', path: `/cases/${caseNo}`, shows: '办案进度' },
  { name: 'why', path: `/cases/${caseNo}/why`, shows: '案件怎样走到这一步' },
  { name: 'timeline', path: `/cases/${caseNo}/timeline`, shows: '补录，晚 2 天' },
  { name: 'evidence', path: `/cases/${caseNo}/evidence`, shows: '仓库全景.jpg' },
  { name: 'documents', path: `/cases/${caseNo}/documents`, shows: '城东市监处罚〔2024〕1号' },
  { name: 'people', path: `/cases/${caseNo}/people`, shows: '货值金额' },
  { name: 'integrity', path: `/cases/${caseNo}/integrity`, shows: '校验通过' },
  { name: 'act', path: `/cases/${caseNo}/acts/file_case`, shows: '属于本部门管辖' },
  { name: 'decide', path: `/cases/${caseNo}/acts/decide`, shows: '在适用幅度之内' },
  { name: 'proposal', path: '/proposals/prop1', shows: '等待协办人员确认' },
  { name: 'benchmark-tables', path: '/benchmark-tables', shows: '施行中' },
  { name: 'benchmark-import', path: '/benchmark-tables/import', shows: '生效日期' },
  { name: 'benchmark-table', path: '/benchmark-tables/bt1', shows: '幅度有空档' },
  { name: 'password', path: '/password', shows: '现密码' },
  { name: 'served-ended', path: '/served', shows: '链接不完整' },
  { name: 'missing', path: '/nothing/here', shows: '没有这个页面' },
]

describe.each(['desk', 'phone'] as const)('on a %s', { concurrent: true }, (size) => {
  it.each(pages)('$name fits the window, is open to everybody and does not complain', async ({ name, path, shows }) => {
    const { context, page, complaints } = await openPage(browser, size, desk.url)
    await page.goto(path)
    await page.getByText(shows).first().waitFor()
    await settled(page)
    await shot(page, `${name}-${size}`)
    expect(complaints).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await context.close()
  })
})
