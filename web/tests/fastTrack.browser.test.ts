import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, overflow, settled, shot } from './support/browser'
import { agreeInReview, evidenceOf, priceTags } from './support/fastCase'
import { typeDate } from './support/fill'
import { useOffice } from './support/useOffice'

const MOST_CLICKS = 12

describe('a simple case on the fast track (procedure.md §14)', () => {
  const desk = useOffice()
  const { office } = desk

  const tick = (page: Page, path: string, answer: boolean) => page.locator(`[name="field-${path.replaceAll('.', '-')}"]`).nth(answer ? 0 : 1).check()

  async function typeFacts(page: Page, day: string): Promise<void> {
    for (const condition of ['initial_evidence', 'punishable', 'ours', 'in_time']) await tick(page, `file_case.conditions.${condition}`, true)
    await page.locator('#field-file_case-cause').fill('涉嫌未按规定明码标价')
    await page.locator('#field-file_case-violations .el-select__wrapper').click()
    await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '违反明码标价规定' }).first().click()
    await page.keyboard.press('Escape')
    await tick(page, 'file_case.life_health_or_finance', false)
    await tick(page, 'file_case.harm', false)
    await page.locator('#field-file_case-fast-list_item').fill('违反明码标价规定')
    await tick(page, 'file_case.fast.facts_clear', true)
    await typeDate(page, 'file_case.fast.party_agrees_on', day)
    const report = page.getByRole('region', { name: '调查终结报告' })
    await report.locator('#field-report_investigation-penalty-kinds input[value=fine]').check()
    await report.locator('#field-report_investigation-penalty-fine').fill('2500')
    await report.locator('[name="field-report_investigation-other_fines"][value=none]').check()
  }

  it(`goes from the typed facts to the served decision in ${MOST_CLICKS} clicks of its officer at most`, async () => {
    const { no, day } = await priceTags(office, 'organisation')
    await evidenceOf(office, no, day)
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}`)
    await page.getByRole('link', { name: '简案快办' }).click()
    await page.getByRole('heading', { name: '调查终结报告' }).waitFor()
    await typeFacts(page, day)
    await shot(page, 'fast-prepare')

    let clicks = 0
    await page.exposeFunction('countClick', () => (clicks += 1))
    await page.evaluate(() => document.addEventListener('click', (event) => event.isTrusted && (window as unknown as { countClick: () => void }).countClick(), true))
    await page.getByRole('button', { name: '核对无误，一并提交' }).click()
    await page.getByText('已提交，正在依次办理').waitFor()
    const onWay = async (until: string) => {
      for (let tries = 0; tries < 60; tries += 1) {
        const { state } = await office.look('zhou-min', no)
        if (state.code === until) return
        if (state.code === 'IN_REVIEW') await agreeInReview(office, no).catch(() => undefined)
        await office.sign(no, 'zhou-min')
        expect(await page.getByTestId('refusal').allTextContents()).toEqual([])
        await page.waitForTimeout(150)
      }
      throw new Error(`never ${until}: ${JSON.stringify((await office.look('zhou-min', no)).state)}`)
    }
    await onWay('NOTICE_APPROVED')
    await page.getByRole('heading', { name: /^放弃陈述申辩/ }).waitFor()
    await page.locator('#field-waive_answer-covers input[value=statement]').check()
    await tick(page, 'waive_answer.express', true)
    await page.getByRole('button', { name: '核对无误，一并提交' }).click()
    await onWay('DECIDED')
    await page.getByRole('region', { name: '送达' }).waitFor()
    await page.getByRole('button', { name: '核对无误，一并提交' }).click()
    await page.getByText('处罚决定已送达。').waitFor()
    expect(clicks).toBeGreaterThan(0)
    expect(clicks, 'clicks after the facts were typed').toBeLessThanOrEqual(MOST_CLICKS)
    expect((await office.look('zhou-min', no)).state.code).toBe('DECISION_SERVED')
    expect(desk.seats.complaints).toEqual([])
  })

  it('offers the phrases of the unit in the fields of both acts', async () => {
    const { no } = await priceTags(office, 'organisation')
    const phrases = { facts: `没有异议${no}`, cause: `明码标价${no}` }
    await office.call('zhou-min', 'POST', '/api/phrases', { title: phrases.facts, words: '【当事人】对上述事实没有异议。', act: 'report_investigation', field: 'paper.facts' })
    await office.call('zhou-min', 'POST', '/api/phrases', { title: phrases.cause, words: '涉嫌未按规定明码标价', act: 'file_case', field: 'data.cause' })
    const { parties } = await office.call<{ parties: { name: string }[] }>('zhou-min', 'GET', `/api/cases/${no}`)
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/fast`)
    const report = page.getByRole('region', { name: '调查终结报告' })
    await report.getByText('文书内容').click()
    const facts = report.locator('#field-report_investigation-paper-facts')
    await facts.fill('经查。')
    await facts.press('Control+End')
    await facts.press('Control+;')
    const picker = page.getByRole('dialog')
    await picker.getByText(phrases.facts).waitFor()
    expect(await picker.getByText(phrases.cause).count()).toBe(0)
    await settled(page)
    await shot(page, 'fast-phrases')
    await picker.getByText(phrases.facts).click()
    await expect.poll(() => facts.inputValue()).toBe(`经查。${parties[0]?.name}对上述事实没有异议。`)
    await page.locator('#field-file_case-cause').press('Control+;')
    await picker.getByText(phrases.cause).click()
    await expect.poll(() => page.locator('#field-file_case-cause').inputValue()).toBe('涉嫌未按规定明码标价')
    expect(await barriers(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(desk.seats.complaints).toEqual([])
  })

  it('stops at what the law refuses, with everything typed still there', async () => {
    const { no, day } = await priceTags(office, 'organisation')
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/fast`)
    await page.getByRole('heading', { name: '调查终结报告' }).waitFor()
    await typeFacts(page, day)
    await tick(page, 'file_case.conditions.ours', false)
    await page.getByRole('button', { name: '核对无误，一并提交' }).click()
    await page.getByTestId('refusal').waitFor()
    expect(await page.locator('#field-file_case-cause').inputValue()).toBe('涉嫌未按规定明码标价')
    expect((await office.look('zhou-min', no)).state.code).toBe('CLUE_CHECKING')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shot(page, 'fast-refused')
  })
})
