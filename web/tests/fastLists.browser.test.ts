import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { barriers, launch, overflow, settled, shot, sizes } from './support/browser'
import { Seats } from './support/seats'

let browser: Browser
let seats: Seats
beforeAll(async () => {
  browser = await launch()
  seats = new Seats(browser, inject('serverUrl'))
})
afterAll(async () => {
  await seats?.close()
  await browser?.close()
})

/** No list of the agency may stay in force: other tests file by that of the province. */
const FAR = '2099-01-01'

async function fits(page: Page, name: string): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await settled(page)
    await shot(page, `${name}-${size}`)
    expect(await overflow(page), `${name} ${size}`).toBeLessThanOrEqual(0)
  }
  expect(await barriers(page), name).toEqual([])
  await page.setViewportSize(sizes.seat)
}

async function approve(person: string): Promise<Page> {
  const page = await seats.of(person)
  await page.goto('/office/fast-lists')
  const list = page.getByRole('article', { name: '城东区简案快办清单' })
  await list.getByRole('button', { name: '退回' }).click()
  await list.getByRole('alert').getByText('请写明退回的理由').waitFor()
  await list.getByRole('button', { name: '同意' }).click()
  await list.getByRole('button', { name: '同意' }).waitFor({ state: 'detached' })
  return page
}

it('the legal unit lists what may go the fast way, two leaders approve it, and it waits for its day', async () => {
  const page = await seats.of('song-yan')
  await page.goto('/office/fast-lists')
  await page.getByText('临江省市场监督管理简案快办适用事项清单').waitFor()
  await page.getByRole('button', { name: '起草清单' }).click()
  const form = page.getByRole('form', { name: '起草清单' })
  await form.getByLabel('清单名称').fill('城东区简案快办清单')
  await form.getByLabel('印发文件').fill('城东市监发〔2026〕18号')
  await form.getByLabel('施行日期').fill('2020-01-01')
  const item = form.getByRole('group', { name: '第 1 项' })
  await item.getByRole('combobox').fill('明码标价')
  await page.locator('.el-select-dropdown__item:visible').first().click()
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: '报请审批' }).click()
  await form.getByRole('alert').getByText('清单不溯及既往').waitFor()
  await form.getByLabel('施行日期').fill(FAR)
  await fits(page, 'fast-list-draft')
  await form.getByRole('button', { name: '报请审批' }).click()
  await page.getByText('审批中', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: '同意' }).count()).toBe(0)

  await approve('lu-ping')
  const chief = await approve('fang-zheng')
  await chief.getByText('待施行').waitFor()
  await fits(chief, 'fast-list-approved')
  expect(seats.complaints).toEqual([])
})

it('what is wrong with a list is said, and the cursor stands where it is mended', async () => {
  const page = await seats.of('song-yan')
  await page.goto('/office/fast-lists')
  await page.getByRole('button', { name: '起草清单' }).click()
  const form = page.getByRole('form', { name: '起草清单' })
  const wrong = async (words: string, place: string) => {
    await form.getByRole('button', { name: '报请审批' }).click()
    await form.getByRole('alert').getByText(words).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(place)
  }
  const pick = async (nth: number) => {
    await form.getByRole('group', { name: `第 ${nth} 项` }).getByRole('combobox').fill('明码标价')
    await page.locator('.el-select-dropdown__item:visible').first().click()
    await page.keyboard.press('Escape')
  }
  await wrong('请填写清单名称', 'fast-title')
  await form.getByLabel('清单名称').fill('城东区简案快办清单（二）')
  await form.getByLabel('印发文件').fill('城东市监发〔2026〕19号')
  await wrong('施行日期应当是日期', 'fast-from')
  await form.getByLabel('施行日期').fill(FAR)
  await wrong('同一天只能有一份清单', 'fast-from')
  await form.getByLabel('施行日期').fill('2098-01-01')
  await wrong('请填写', 'fast-items-0-title')
  await pick(1)
  await form.getByRole('button', { name: '增加一项' }).click()
  await pick(2)
  await form.getByRole('group', { name: '第 2 项' }).getByRole('textbox', { name: '事项名称' }).fill('同一事项')
  await wrong('一个违法事项只列一次', 'fast-items-1-violations')
  await form.getByRole('button', { name: '取消' }).click()
  expect(await page.getByText('城东区简案快办清单（二）').count()).toBe(0)
  expect(seats.complaints).toEqual([])
})
