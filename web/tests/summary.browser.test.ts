import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launch, openPage, overflow, settled, shot } from './support/browser'
import { priceTags } from './support/fastCase'
import { Office } from './support/office'
import { signIn } from './support/seats'

describe('a summary case on the street, on a telephone (procedure.md §13)', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: string[]
  let office: Office
  beforeAll(async () => {
    browser = await launch()
    office = new Office(inject('serverUrl'))
    ;({ context, page, complaints } = await openPage(browser, 'phone', inject('serverUrl')))
    await signIn(page, 'zhou-min')
  })
  afterAll(async () => {
    await context?.close()
    await browser?.close()
  })

  const yes = (path: string) => page.locator(`[name="field-data-${path}"]`).first().check()

  async function record(no: string): Promise<void> {
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: '核对后提交' }).click()
    const submit = page.getByRole('button', { name: /^确认(提交|记录)$/ })
    await submit.or(page.getByRole('alert').first()).first().waitFor()
    expect(await page.getByRole('alert').allTextContents()).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await submit.click()
    await page.getByRole('link', { name: '回到案件' }).waitFor()
    await office.sign(no, 'zhou-min')
  }

  it('is decided and its fine of a hundred yuan taken, by two officers', async () => {
    const { no } = await priceTags(office, 'person')
    await page.goto(`/cases/${no}/acts/decide_on_spot`)
    await page.getByRole('heading', { name: '当场行政处罚' }).waitFor()
    expect(await page.locator('#field-data-place').inputValue()).toBe('湖滨路3号')
    expect(await page.locator('#field-data-form_no').count(), 'the register gives the number').toBe(0)
    await page.locator('#field-data-penalty-kinds input[value=fine]').check()
    await page.locator('#field-data-penalty-fine').fill('100')
    await page.locator('#field-data-penalty-violations .el-select__wrapper').click()
    await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '违反明码标价规定' }).first().click()
    await page.keyboard.press('Escape')
    await page.locator('#field-data-penalty-statute-0-article').waitFor()
    for (const path of ['certificates_shown', 'told', 'handed_over']) await yes(path)
    await page.locator('[name="field-data-other_fines"][value=none]').check()
    await page.locator('[name="field-data-signature"][value=signed]').check()
    await shot(page, 'summary-phone')
    await record(no)
    expect((await office.look('zhou-min', no)).state.code).toBe('SUMMARY_DECIDED')

    await page.goto(`/cases/${no}/acts/collect_on_spot`)
    await page.locator('#field-data-receipt_no').fill('省财政票据0001')
    expect(await page.locator('#field-data-sum').inputValue()).toBe('100')
    expect(await page.locator('[name="field-data-ground"][value=fine_up_to_100]').isChecked()).toBe(true)
    await record(no)

    await page.goto(`/cases/${no}/timeline`)
    await page.getByText('当场收缴罚款').first().waitFor()
    await settled(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect((await office.look('zhou-min', no)).track).toBe('summary')
    expect(complaints).toEqual([])
  })
})
