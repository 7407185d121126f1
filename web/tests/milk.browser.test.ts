import { describe, expect, it } from 'vitest'
import { shot } from './support/browser'
import { walkCase } from './support/caseWalk'

describe('case 1, reprinted dates on milk, clicked through from the tip to the archive', async () => {
  const { walk, seats } = await walkCase('milk_2024')

  it('the printed decision says what was decided', async () => {
    const page = await seats().of('zhou-min')
    await page.goto(`/cases/${walk().no}/documents`)
    await page.getByRole('button', { name: /行政处罚决定书/ }).click()
    await page.getByRole('button', { name: '文字' }).click()
    const text = (await page.getByTestId('document-text').textContent()) ?? ''
    for (const part of ['行政处罚决定书', '冯启明', '670', '86000', '233箱', '第一百二十四条第一款第（五）项', '第三十四条第（十）项', '临江市城东区人民政府', '六个月', '百分之三']) {
      expect(text).toContain(part)
    }
    expect(text).toMatch(/〔2024〕\d+号/)
    await page.getByRole('button', { name: '版式' }).click()
    await shot(page, 'case-one-decision')
  })
})
