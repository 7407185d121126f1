import { describe, expect, it } from 'vitest'
import { overflow, settled, shot, sizes } from './support/browser'
import { priceTags } from './support/fastCase'
import { typeDate } from './support/fill'
import { useOffice } from './support/useOffice'

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)

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

  it('a slip in the name of the party: what is recorded is filled in, another party is led to its own act, and the slip is mended', async () => {
    const party = { kind: 'organisation', name: '临江市城东区丰龙便利店有限公司', code: '91990101MA0F8L2K8Q' }
    const no = await office.register('zhou-min', party, { source: 'inspection', found_on: today(), content: '巡查发现未明码标价' })
    await office.act(no, 'start_check', ['zhou-min', 'he-feng'], {})
    const conditions = { initial_evidence: true, punishable: true, ours: true, in_time: true }
    const filing = { conditions, cause: '涉嫌未按规定明码标价', violations: ['price.no-marking'], act_start: today(), act_end: today(), life_health_or_finance: false, harm: false }
    await office.act(no, 'file_case', ['zhou-min', 'he-feng'], filing)

    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/acts/correct_party`)
    await page.locator('[name="field-data-field"][value="name"]').check()
    await expect.poll(() => page.locator('#field-data-from').inputValue()).toBe(party.name)
    expect(await page.locator('#field-data-to').inputValue()).toBe(party.name)
    await page.locator('#field-data-to').fill('临江市城西区兴旺超市有限公司')
    await page.locator('#field-data-checked_against').fill('营业执照')
    await page.locator('#field-data-reason').fill('录入时将“隆”误作“龙”')
    for (const tick of ['same_party', 'party_told']) await page.locator(`[name="field-data-${tick}"]`).first().check()
    for (const size of ['phone', 'seat'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `correct-party-${size}`)
      expect(await overflow(page), size).toBeLessThanOrEqual(0)
    }
    await page.getByRole('button', { name: '核对后提交' }).click()
    const refusal = page.getByTestId('refusal')
    await refusal.getByText('与原内容相差超过2个字符，不是笔误').waitFor()
    await refusal.getByText('行政处罚法 第四十四条').waitFor()
    expect(await refusal.getByRole('link', { name: '变更当事人' }).getAttribute('href')).toBe(`/cases/${no}/acts/replace_party`)

    await page.getByRole('button', { name: '返回修改' }).first().click()
    await page.locator('#field-data-to').fill('临江市城东区丰隆便利店有限公司')
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.getByRole('link', { name: '回到案件' }).waitFor()
    await office.sign(no, 'zhou-min')
    await page.goto(`/cases/${no}/people`)
    await page.getByText('临江市城东区丰隆便利店有限公司').first().waitFor()
    await page.goto(`/cases/${no}/timeline`)
    await page.getByRole('button', { name: /更正当事人信息/ }).click()
    await page.getByText(party.name).first().waitFor()
    expect(desk.seats.complaints).toEqual([])
  })
})
