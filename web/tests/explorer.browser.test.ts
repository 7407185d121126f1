import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { barriers, launch, openPage, overflow, settled, shot } from './support/browser'
import { fakeServer } from './support/fakeServer'
import { caseNo, routes } from './support/fixtures'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe.each(['desk', 'phone'] as const)('on a %s, without sign-in', (size) => {
  it('a word leads to the item, facts move the scale, and its trace stands beside it', async () => {
    const { context, page, complaints } = await openPage(browser, size, inject('serverUrl'))
    await page.goto('/sign-in')
    await page.getByRole('link', { name: '裁量基准查询' }).click()
    await page.getByLabel('查找违法事项').last().fill('过期食品')
    await page.getByRole('button', { name: /生产经营超过保质期的食品/ }).first().click()
    await page.getByText('还需要填写：货值金额').waitFor()
    await page.getByRole('textbox', { name: '货值金额' }).fill('3000')
    await page.getByRole('img', { name: /法定幅度 50,000.00 至 100,000.00 元/ }).waitFor()
    await page.getByRole('textbox', { name: '货值金额' }).fill('12000')
    await page.getByRole('img', { name: /法定幅度 120,000.00 至 240,000.00 元/ }).waitFor()
    await page.getByLabel('拟罚款（元）').fill('300000')
    await page.getByText('超出法定幅度').first().waitFor()
    await page.getByText(/^推演过程/).click()
    await page.getByText('适用的法律版本').first().waitFor()
    await page.getByText('清单收录不全').first().waitFor()
    await settled(page)
    await shot(page, `explorer-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await page.getByTestId('explorer-item').getByRole('button', { name: /第一百二十四条/ }).first().click()
    await page.getByText('未收录条文').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('未收录条文').first().waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
    await context.close()
  })
})

it('a citation in a case opens the article', async () => {
  const version = {
    code: 'PROC', title: '市场监督管理行政处罚程序规定', version_date: '2022-09-29', from: '2022-11-01', to: null,
    dated_by: '', excerpt: false, points: false, articles: 87,
  }
  const article = {
    article: '19', title: '第十九条', part: '', chapter: '第三章 行政处罚的普通程序', section: '',
    paragraphs: [{ text: '试验条文，符合下列标准的，应当予以立案：', items: [{ no: 1, text: '有证据初步证明；' }] }],
  }
  const cited = {
    law: '程序规定', code: 'PROC', article: '第十九条', paragraph: 0, item: 0, on: '2026-11-21', held: true,
    other_versions: true, version, articles: [article],
  }
  const desk = await fakeServer({ ...routes, 'GET /api/citations': { cited: [cited] } })
  const { context, page, complaints } = await openPage(browser, 'desk', desk.url)
  await page.goto(`/cases/${caseNo}/acts/file_case`)
  await page.getByRole('button', { name: '程序规定 第十九条' }).first().click()
  await page.getByText('试验条文，符合下列标准的').waitFor()
  await settled(page)
  await shot(page, 'citation-desk')
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
  desk.close()
})
