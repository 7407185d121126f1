import { describe, expect, it } from 'vitest'
import { priceTags } from './support/fastCase'
import { typeDate } from './support/fill'
import { useOffice } from './support/useOffice'

describe('what the desk says to an act that cannot be recorded', () => {
  const desk = useOffice()
  const { office } = desk

  it('a certificate that does not reach the day of the act: the article and who, and nothing typed is lost', async () => {
    const { no } = await office.call<{ no: string }>('zhou-min', 'POST', '/api/cases', {
      procedure: 'ordinary',
      at: '2021-12-01T09:00:00+08:00',
      party: { kind: 'organisation', name: '临江市某某杂货店' },
      data: { source: 'inspection', found_on: '2021-12-01', content: '补录：未明码标价' },
    })
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/acts/start_check`)
    await page.locator('#field-at').waitFor()
    await typeDate(page, 'at', '2021-12-02T09:00:00+08:00')
    await page.locator('#field-by .el-select__wrapper').click()
    await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '何峰' }).first().click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '核对后提交' }).click()
    const refusal = page.getByTestId('refusal')
    await refusal.getByText('没有在当日有效的行政执法证（周敏）').waitFor()
    await refusal.getByText('行政处罚法 第四十二条').waitFor()
    await page.getByRole('button', { name: '返回修改' }).first().click()
    expect(await page.locator('#field-at').inputValue()).toBe('2021-12-02 09:00')
    expect((await office.look('zhou-min', no)).version).toBe(1)
  })

  it('out of version: the box names what came between, the words stay, and the second time it is recorded once', async () => {
    const { no } = await priceTags(office, 'organisation')
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/acts/note`)
    await page.locator('#field-data-text').fill('现场已拍照')
    await office.act(no, 'note', ['he-feng'], { text: '当事人来电' })
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('button', { name: '确认记录' }).click()
    const box = page.getByRole('alert', { name: '案件已有新的变化' })
    await box.getByText(/工作记录.*何峰.*当事人来电/).waitFor()
    await box.getByRole('button', { name: '刷新' }).click()
    await page.getByText('现场已拍照').first().waitFor()
    const before = (await office.look('zhou-min', no)).version
    await page.getByRole('button', { name: '确认记录' }).dblclick()
    await page.getByText(/^已记录为第 \d+ 项行为/).waitFor()
    expect((await office.look('zhou-min', no)).version).toBe(before + 1)
  })
})
