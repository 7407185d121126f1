import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, settled, shot } from './support/browser'
import { priceTags } from './support/fastCase'
import { typeDate } from './support/fill'
import { useOffice } from './support/useOffice'

const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const shown = { certificates_shown: true, rights_told: true, signature: 'signed', no_media_reason: '视频另行导入' }
const goods = [{ no: 1, name: '电子秤', unit: '台', quantity: 2, value: '300.00' }]

describe('a seizure with its extension and the announced time of a test (procedure.md §8)', () => {
  const desk = useOffice()
  const { office } = desk

  async function submit(page: Page, no: string): Promise<void> {
    await page.getByRole('button', { name: '核对后提交' }).click()
    const confirm = page.getByRole('button', { name: /^确认(提交|记录)$/ })
    await confirm.or(page.getByRole('alert').first()).first().waitFor()
    expect(await page.getByRole('alert').allTextContents()).toEqual([])
    await confirm.click()
    await page.getByRole('link', { name: '回到案件' }).waitFor()
    await office.sign(no, 'zhou-min')
  }

  async function choose(page: Page, field: string, option: RegExp): Promise<void> {
    await page.locator(`#field-data-${field}`).click()
    await page.locator('.el-select-dropdown__item:visible').filter({ hasText: option }).first().click()
  }

  async function seized(): Promise<{ no: string; day: string }> {
    const { no, day } = await priceTags(office, 'organisation')
    await office.act(no, 'seize', ['zhou-min', 'he-feng'], {
      urgent: false, kind: 'detain', basis: { law: '计量法', article: 28, rank: 'law' }, days: 30, items: goods, list_no: 'QD001',
      reasons_told: true, party_heard: true, present: 'party', handed_over: true, delegated: false, already_sealed_by_other: false,
      daily_necessities: false, ...shown,
    })
    await office.act(no, 'commission_test', ['zhou-min', 'he-feng'], { kind: 'test', body: '临江市计量检定所', qualified: true, due: later(day, 10), ...shown })
    return { no, day }
  }

  it('the last day moves by what was announced and extended, and the clock says why, day by day', async () => {
    const { no, day } = await seized()
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/acts/announce_test_period`)
    await page.getByRole('heading', { name: /^告知检测/ }).waitFor()
    expect(await page.locator('#field-data-to').inputValue()).toBe(later(day, 10))
    await typeDate(page, 'data.from', later(day, 1))
    await submit(page, no)
    await page.goto(`/cases/${no}/acts/serve`)
    await page.locator('#field-data-receiver').waitFor()
    expect(await page.locator('#field-data-slip_on').count(), 'a day of the post is not asked of a direct service').toBe(0)
    await choose(page, 'document', /^31 /)
    await choose(page, 'of', /^\d+\. 告知检测/)
    await submit(page, no)
    await page.goto(`/cases/${no}/acts/extend_seizure`)
    await page.locator('#field-data-reason').fill('等待检定结果，案情复杂')
    expect(await page.locator('#field-data-days').inputValue()).toBe('30')
    await submit(page, no)

    await page.goto(`/cases/${no}`)
    const clock = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: later(day, 30 + 30 + 10) }) })
    await clock.locator('summary').click()
    await clock.getByText(/^扣除：检测、检验、检疫、鉴定（已书面告知）/).waitFor()
    await clock.getByText(/^延长30日.*批准人：陆平/).waitFor()
    const leaves = clock.getByRole('figure', { name: '逐日计算' })
    expect(await leaves.locator('.leaf .pause').count()).toBe(10)
    expect(await leaves.locator('.leaf .due').textContent()).toBe(String(Number(later(day, 70).slice(8))))
    const [file] = await Promise.all([page.waitForEvent('download'), clock.getByRole('button', { name: '下载计算过程（JSON）' }).click()])
    expect(file.suggestedFilename()).toMatch(/^SEIZE-\d+\.json$/)
    await shot(page, 'seizure-clocks')
  })

  it('why the case is here is told with its figure, and the timeline says which paper was served', async () => {
    const { no } = await seized()
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/why`)
    await page.getByRole('region', { name: '下一步，谁可以办' }).getByText('立案', { exact: true }).waitFor()
    await page.getByRole('img', { name: /状态图：现在 核查中/ }).waitFor()
    expect(await page.locator('.node.next').count()).toBeGreaterThan(1)
    const shut = page.getByRole('region', { name: /^现在不能办理/ })
    await shut.locator('summary').first().click()
    await shut.getByText('先办理').first().waitFor()
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await shot(page, 'why-desk')
    expect(desk.seats.complaints).toEqual([])
  })
})
