import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, launch, openPage, overflow, settled, shot } from './support/browser'

interface Message {
  channel: string
  to: string
  subject: string
  text: string
}

const MAIL = 'feng.qiming@example.cn'
const MOBILE = '13900000126'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

/** What lies in the outbox for that account, the newest last. */
async function outbox(to: string): Promise<Message[]> {
  const folder = join(inject('serverData'), 'outbox')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const files = await Promise.all(
    names.map(async (name) => ({
      at: (await stat(join(folder, name))).mtimeMs,
      message: JSON.parse(await readFile(join(folder, name), 'utf8')) as Message,
    })),
  )
  return files.sort((a, b) => a.at - b.at).map(({ message }) => message).filter((message) => message.to === to)
}

/** The milk case up to the order of correction; the party wants its papers by e-mail. */
async function caseWithConsent(): Promise<string> {
  const scenario = await readScenario('milk_2024')
  const acts = scenario.acts.slice(0, 9).map((act) =>
    act.act === 'confirm_address'
      ? { ...act, data: { ...act.data, phone: MOBILE, electronic: { consent: true, channels: [{ kind: 'email', account: MAIL }] } } }
      : act,
  )
  return new ApiCase(inject('serverUrl'), { ...scenario, acts }).run(() => true)
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByLabel('账号').fill('zhoumin')
  await page.getByLabel('密码').fill('Zhiheng-2026')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '待我处理' }).waitFor()
}

it('an order is sent, opened on a telephone, and its receipt fills the form of service', async () => {
  const no = await caseWithConsent()
  const desk = await openPage(browser, 'desk', inject('serverUrl'))
  const { page } = desk
  await signIn(page)
  // Opening a paper makes it; the queue of a busy server is not waited for.
  await page.evaluate(async (path) => {
    const papers = (await (await fetch(path)).json()) as { id: string; document: string }[]
    const order = papers.find((each) => each.document === 'correction_order')
    await (await fetch(`/api/documents/${order?.id}/pdf`)).arrayBuffer()
  }, `/api/cases/${no}/documents`)
  await page.goto(`/cases/${no}/documents`)
  await page.getByRole('button', { name: /责令改正通知书/ }).click()
  await page.locator('summary').filter({ hasText: '电子送达' }).click()
  await page.getByText('还没有加盖电子印章，不能以电子方式送达').waitFor()
  expect(await page.getByRole('button', { name: '发送', exact: true }).count()).toBe(0)
  await settled(page)
  await shot(page, 'service-unsealed-desk')
  await page.getByRole('button', { name: '加盖电子印章' }).click()
  // What proofreading cannot check opens no box: it is listed beside the seal.
  await page.getByText('核验通过').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByText(/签章之前的校对结果（\d+ 条）/).click()
  await page.getByText(/未导入|没有导入|无法核对/).first().waitFor()
  await page.locator('summary').filter({ hasText: '电子送达' }).click()
  await page.getByLabel(/线上申请行政复议的渠道/).fill('全国行政复议服务平台')
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await page.getByText('已发送，未打开').first().waitFor()
  await settled(page)
  await shot(page, 'service-sent-desk')

  const [mail] = await outbox(MAIL)
  const [sms] = await outbox(MOBILE)
  const address = /http:\S+\/served#[0-9a-f]{32}/.exec(mail?.text ?? '')?.[0] ?? ''
  const code = /验证码：(\d{6})/.exec(sms?.text ?? '')?.[1] ?? ''
  expect(mail?.text).not.toContain('冯启明')

  const party = await openPage(browser, 'phone', inject('serverUrl'))
  await party.page.goto(address)
  await party.page.getByText('打开文书的时间记录为文书到达您的时间', { exact: false }).waitFor()
  expect(await party.page.content()).not.toContain('冯启明')
  expect(await party.page.getByRole('navigation').count()).toBe(0)
  await settled(party.page)
  await shot(party.page, 'served-code-phone')
  expect(await overflow(party.page)).toBeLessThanOrEqual(0)
  expect(await barriers(party.page)).toEqual([])
  await party.page.getByLabel('六位验证码').fill(code === '000000' ? '000001' : '000000')
  await party.page.getByRole('button', { name: '打开文书' }).click()
  await party.page.getByText('还可以输入4次').waitFor()
  await party.page.getByLabel('六位验证码').fill(code)
  await party.page.getByRole('button', { name: '打开文书' }).click()
  await party.page.getByRole('link', { name: '下载文书（PDF）' }).waitFor()
  await party.page.getByText('全国行政复议服务平台').first().waitFor()
  await party.page.getByTestId('document-text').waitFor()
  await settled(party.page)
  await shot(party.page, 'served-paper-phone')
  expect(await overflow(party.page)).toBeLessThanOrEqual(0)
  expect(await barriers(party.page)).toEqual([])
  expect(party.complaints).toEqual([])
  await party.context.close()

  await page.reload()
  await page.getByRole('button', { name: /责令改正通知书/ }).click()
  await page.getByRole('link', { name: '电子送达回执（证据）' }).waitFor()
  await settled(page)
  await shot(page, 'service-opened-desk')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: '电子送达回执（证据）' }).click()
  await page.getByText(/电子送达回执《责令改正通知书》/).first().waitFor()
  await page.goBack()
  await page.getByRole('button', { name: /责令改正通知书/ }).click()
  await page.getByRole('button', { name: '填写送达' }).click()
  await page.locator('#field-data-account').waitFor()
  expect(await page.locator('#field-data-account').inputValue()).toBe(MAIL)
  expect(await page.locator('#field-data-reached_at').inputValue()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d/)
  await shot(page, 'service-form-desk')
  await page.getByRole('button', { name: '核对后提交' }).click()
  await page.getByRole('button', { name: /^确认(提交|记录)$/ }).click()
  await page.getByRole('link', { name: '回到案件' }).waitFor()
  expect(desk.complaints).toEqual([])
  await desk.context.close()
}, 60_000)
