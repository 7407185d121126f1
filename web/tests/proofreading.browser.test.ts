import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

const notice = '行政处罚告知书\n当事人：临江市恒瑞通用电器有限公司\n拟对你单位罚款人民币5000元（大写：陆仟元整）。'
const decision = '行政处罚决定书\n当事人：临江市恒瑞通用电器有限公司\n2026年2月30日，本局到你单位检查。\n罚款人民币5000元（大写：伍仟元整）。'

describe('papers are read against each other', () => {
  const desk = useOffice()
  let folder = ''
  let page: Page
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zh-papers-'))
    page = await desk.seats.of('zhou-min')
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('of other hands: pasted or loaded, what does not fit is named with both readings and its place', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: '文书校对' }).click()
    await page.getByRole('textbox', { name: '粘贴文字' }).fill(notice)
    await page.getByLabel('名称').fill('告知书')
    await page.getByRole('button', { name: '加入' }).click()
    await writeFile(join(folder, '决定书.txt'), decision)
    await writeFile(join(folder, '旧文书.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await page.getByLabel('读入文件').setInputFiles([join(folder, '决定书.txt'), join(folder, '旧文书.doc')])
    await page.getByRole('alert').getByText(/旧文书\.doc：.*另存为/).waitFor()
    await page.getByRole('button', { name: '校对', exact: true }).click()
    const results = page.getByRole('region', { name: '校对结果' })
    const capital = results.getByRole('listitem').filter({ hasText: '陆仟元整' })
    await capital.getByText('错误').waitFor()
    await capital.getByText('大小写金额').waitFor()
    await capital.getByText('伍仟元整').first().waitFor()
    await results.getByRole('listitem').filter({ hasText: '2月30日' }).getByRole('button', { name: '决定书.txt 第 3 段' }).first().click()
    await expect.poll(() => page.locator('mark').textContent()).toContain('2月30日')
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `foreign-${size}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize(sizes.seat)
  })

  it('of the case: a slip somebody typed is found in the file, and leads to its sentence', async () => {
    const api = new ApiCase(inject('serverUrl'), await readScenario('hearing_2026'))
    await api.run((_, n) => n <= 5)
    const correction = { act: 'order_correction', at: '2026-03-05T09:00:00+08:00', by: ['zhou-min'], data: {} as Record<string, unknown> }
    const told = (await readScenario('hearing_2026')).acts.find((act) => act.act === 'order_correction')
    correction.data = { ...told?.data }
    const words = Object.entries(correction.data).find(([, value]) => typeof value === 'string' && /[\u4e00-\u9fff]{4}/.test(value))
    if (!words) throw new Error('an order without words')
    correction.data[words[0]] = `${words[1] as string}，自2026年2月30日起停止销售。`
    await api.perform(correction)
    await page.goto(`/cases/${api.no}/documents`)
    const panel = page.getByRole('region', { name: '校对' })
    await panel.getByRole('button', { name: '校对全部文书' }).click()
    const finding = panel.getByRole('listitem').filter({ hasText: '2月30日' }).first()
    await finding.getByText('日期').first().waitFor()
    await finding.getByRole('link').first().click()
    await page.waitForURL(/at=\d+-\d+-\d+/)
    await settled(page)
    await shot(page, 'proofreading-case')

    await page.goto(`/cases/${api.no}/documents`)
    await page.getByRole('button', { name: /责令改正通知书/ }).click()
    const seal = page.getByRole('region', { name: '签章', exact: true })
    await page.getByRole('button', { name: '加盖电子印章' }).click()
    const box = page.getByRole('dialog', { name: '签章之前的校对' })
    const answer = box.getByLabel(/^说明：.*2月30日/)
    await answer.waitFor()
    expect(await box.getByRole('button', { name: '还有 1 处没有说明' }).isDisabled()).toBe(true)
    await answer.fill('当事人停业整顿通知原文即为此日，笔误已在送达时说明')
    await box.getByRole('button', { name: '先去改正' }).click()
    await seal.getByText('还没有加盖印章', { exact: false }).waitFor()
    await page.getByRole('button', { name: '加盖电子印章' }).click()
    expect(await answer.inputValue()).toContain('笔误已在送达时说明')
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `proofreading-answer-${size}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize(sizes.seat)
    await box.getByRole('button', { name: '签章', exact: true }).click()
    await seal.getByText('核验通过').waitFor()
    await seal.getByText('笔误已在送达时说明', { exact: false }).waitFor()

    const reviewer = await desk.seats.of('song-yan')
    await reviewer.goto(`/cases/${api.no}/documents`)
    await reviewer.getByRole('button', { name: /责令改正通知书/ }).click()
    const seen = reviewer.getByRole('region', { name: '签章', exact: true }).getByRole('listitem').filter({ hasText: '2月30日' })
    await seen.getByText('周敏说明：').waitFor()
    expect(await seen.textContent()).toContain('笔误已在送达时说明')
    expect(await reviewer.getByRole('button', { name: '加盖电子印章' }).count()).toBe(0)
    await settled(reviewer)
    await shot(reviewer, 'proofreading-answered')
    expect(desk.seats.complaints).toEqual([])
  }, 60_000)
})
