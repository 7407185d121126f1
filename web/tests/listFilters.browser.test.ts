import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

describe('the list of cases is narrowed', () => {
  const desk = useOffice()
  let page: Page
  beforeAll(async () => {
    page = await desk.seats.of('cao-rui')
    await page.goto('/?list=all')
  })

  const list = () => page.getByRole('region', { name: '案件清单' })
  const numbers = async (): Promise<string[]> => (await list().innerText()).match(/\d{6}-\d{4}-\d{6}/g) ?? []
  const shows = (no: string) => expect.poll(numbers).toContain(no)
  const hides = (no: string) => expect.poll(numbers).not.toContain(no)
  const archived = '990101-2024-000001'
  const running = '990101-2026-000001'

  it('by words, which stay in the address', async () => {
    await shows(archived)
    await page.getByLabel('查找案号、案由、当事人').fill('肥料')
    await shows(archived)
    await hides(running)
    expect(new URL(page.url()).searchParams.get('q')).toBe('肥料')
    await page.reload()
    await shows(archived)
    await hides(running)
    await page.getByLabel('查找案号、案由、当事人').fill('')
    await shows(running)
  })

  it.each([
    ['状态', '已归档', archived, running],
    ['机构', '东湖市场监督管理所', archived, '990101-2026-000002'],
    ['执法领域', '食品', '990101-2024-000002', archived],
    ['期限', '三十日内到期', running, archived],
  ])('by %s: %s', async (label, option, shown, hidden) => {
    const select = page.getByRole('search').getByLabel(label, { exact: true })
    const options = await select.locator('option').allTextContents()
    expect(options, label).toContain(option)
    await select.selectOption({ label: option })
    await shows(shown)
    await hides(hidden)
    await select.selectOption({ index: 0 })
  })

  it('what nothing answers to says so, and fits a telephone', async () => {
    await page.getByLabel('查找案号、案由、当事人').fill('没有这样的案件')
    await page.getByText(/没有符合/).waitFor()
    await page.setViewportSize(sizes.phone)
    await settled(page)
    await shot(page, 'filters-phone')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(desk.seats.complaints).toEqual([])
  })
})
