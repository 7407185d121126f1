import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { typeDate } from './support/fill'
import { useOffice } from './support/useOffice'

describe('a hearing, from naming the host to the report', () => {
  const desk = useOffice()
  let api: ApiCase
  beforeAll(async () => {
    api = new ApiCase(inject('serverUrl'), await readScenario('hearing_2026'))
    await api.run((act) => act.act !== 'name_host')
  })

  const enter = async (person: string): Promise<Page> => {
    const page = await desk.seats.of(person)
    await page.goto(`/cases/${api.no}/hearing`)
    await page.getByRole('heading', { name: '听证室' }).waitFor()
    return page
  }
  const submit = async (page: Page, next: string): Promise<void> => {
    await page.getByRole('button', { name: '核对后提交' }).click()
    const done = page.getByRole('button', { name: /^确认(提交|记录)$/ })
    await done.or(page.getByRole('alert')).first().waitFor()
    expect(await page.getByRole('alert').allTextContents()).toEqual([])
    await done.click()
    await page.getByText(next).first().waitFor()
  }

  it('the leader names the host, who is proposed', async () => {
    const page = await desk.seats.of('lu-ping')
    await page.goto(`/cases/${api.no}`)
    await page.getByRole('link', { name: '进入听证室' }).click()
    await page.getByRole('heading', { name: '指定听证主持人' }).waitFor()
    await typeDate(page, 'at', '2026-03-20T09:00:00+08:00')
    await page.locator('.el-select').filter({ has: page.locator('#field-data-host') }).getByText('江雪').waitFor()
    await submit(page, '已指定主持人')
  })

  it('the officer hands over the file, the host fixes the day, the notice is served and announced', async () => {
    const officer = await enter('zhou-min')
    await typeDate(officer, 'at', '2026-03-23T10:00:00+08:00')
    await typeDate(officer, 'data.on', '2026-03-23')
    await submit(officer, '由听证主持人办理')

    const host = await enter('jiang-xue')
    await typeDate(host, 'at', '2026-03-24T10:00:00+08:00')
    await typeDate(host, 'data.time', '2026-04-08T09:30:00+08:00')
    await host.locator('#field-data-place').fill('临江市城东区市场监督管理局听证室')
    await submit(host, '已确定时间地点')

    await api.run(() => false)
    await api.perform({ act: 'serve', at: '2026-03-25T10:00:00+08:00', by: ['he-feng'], data: { document: 39, of: 17, method: 'direct', outcome: 'served', receiver: '卫国梁', relation: 'representative', signed_on: '2026-03-25' } })
    const announcing = await enter('jiang-xue')
    await announcing.getByText('已通知当事人').waitFor()
    await typeDate(announcing, 'at', '2026-03-30T10:00:00+08:00')
    await typeDate(announcing, 'data.published_on', '2026-03-30')
    await submit(announcing, '听证顺序')
  })

  it('the recorder writes as it happens; the draft is kept; a refusal to sign is noted', async () => {
    const page = await enter('xu-jing')
    await page.getByText('还没有记录').waitFor()
    await typeDate(page, 'at', '2026-04-08T11:30:00+08:00')
    await typeDate(page, 'data.to', '2026-04-08T11:30:00+08:00')
    const say = async (speaker: string, words: string) => {
      await page.getByLabel('发言人').selectOption(speaker)
      await page.getByRole('textbox', { name: '发言内容', exact: true }).fill(words)
      await page.keyboard.press('Control+Enter')
    }
    await page.getByRole('button', { name: '开始：办案人员提出违法事实、证据和处罚建议' }).click()
    await say('办案人员 周敏', '当事人以次充好，建议罚款15万元。')
    await page.getByRole('button', { name: '开始：当事人及其代理人陈述和申辩' }).click()
    await say('当事人 临江市恒瑞通用电器有限公司', '数量有出入：\n第一批已经召回。')
    // Nobody came as a third person: that step is passed over.
    // The draft that is waited for is the one that holds the last words and the step.
    const kept = page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && !!answer.request().postData()?.includes('第一批已经召回'),
    )
    await page.getByRole('button', { name: '开始：质证' }).click()
    await kept
    await page.getByText(/已保存 /).waitFor()
    await page.reload()
    await page.getByText(/已恢复 .*保存的草稿/).waitFor()
    expect(await page.getByRole('textbox', { name: /临江市恒瑞通用电器有限公司 发言内容/ }).inputValue()).toBe('数量有出入：\n第一批已经召回。')
    await page.getByRole('button', { name: '开始：辩论' }).click()
    await page.getByRole('button', { name: /^开始：最后陈述/ }).click()
    await page.getByLabel('办案人员 何峰 笔录签字').selectOption('拒绝签字')
    await page.getByLabel('何峰 拒绝的理由或者情况').fill('因公离场')
    await shot(page, 'hearing-record')
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByText('因公离场').first().waitFor()
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.getByText('等待签署').waitFor()

    const host = await enter('jiang-xue')
    await host.getByRole('link', { name: '查看报批件' }).click()
    await host.getByRole('button', { name: '确认…' }).waitFor()
    await host.keyboard.press('a')
    await host.getByRole('button', { name: '确认', exact: true }).click()
    await host.getByText(/^已同意/).waitFor()
  })

  it('the host reports; the record is what was said', async () => {
    const page = await enter('jiang-xue')
    await page.getByRole('heading', { name: '听证报告' }).waitFor()
    await typeDate(page, 'at', '2026-04-13T10:00:00+08:00')
    await page.locator('#field-paper-report').fill('建议维持。')
    await submit(page, '已提交报告')
    const acts = await api.send<{ act: string; data: Record<string, unknown>; paper: { record: string } }[]>('zhou-min', 'GET', `/api/cases/${api.no}/acts`)
    const held = acts.find((act) => act.act === 'hold_hearing')
    expect(held?.data).toMatchObject({ party: 'present', signature: 'signed', steps: ['办案人员提出违法事实、证据和处罚建议', '当事人及其代理人陈述和申辩', '质证', '辩论', '最后陈述（第三人、办案人员、当事人）'] })
    expect(held?.paper.record).toContain('当事人 临江市恒瑞通用电器有限公司：数量有出入：\n　　第一批已经召回。')
  })

  it.each(['desk', 'phone'] as const)('the room fits a %s and shuts nobody out', async (size) => {
    const page = await enter('jiang-xue')
    await page.setViewportSize(sizes[size])
    await page.getByRole('button', { name: '举行听证' }).click()
    await settled(page)
    await shot(page, `hearing-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    expect(desk.seats.complaints).toEqual([])
  })
})
