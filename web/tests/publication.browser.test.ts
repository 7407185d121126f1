import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

/** Somebody no field of the case names. */
const carrier = '欧阳涟漪'

async function looks(page: Page, name: string): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await settled(page)
    await shot(page, `${name}-${size}`)
    expect(await overflow(page), `${name} ${size}`).toBeLessThanOrEqual(0)
    expect(await barriers(page), `${name} ${size}`).toEqual([])
  }
  await page.setViewportSize(sizes.desk)
}

describe('what is published is what the clerk has seen', () => {
  const desk = useOffice()
  let api: ApiCase
  let page: Page
  beforeAll(async () => {
    const scenario = await readScenario('milk_2024')
    const until = scenario.acts.findIndex((act) => act.act === 'publish')
    const acts = scenario.acts.slice(0, until).map((act) =>
      act.act === 'decide' ? { ...act, paper: { ...act.paper, facts: `${String(act.paper?.facts)}货物由${carrier}运到库房。` } } : act,
    )
    api = new ApiCase(inject('serverUrl'), { ...scenario, acts })
    await api.run(() => true)
    const publish = scenario.acts[until]
    if (!publish) throw new Error('a scenario without publication')
    await api.send('meng-lan', 'PUT', `/api/cases/${api.no}/drafts/publish`, { at: publish.at, by: publish.by, data: publish.data })
    page = await desk.seats.of('meng-lan')
    await page.setViewportSize(sizes.desk)
  }, 60_000)

  it('the decision as served and as published stand side by side', async () => {
    await page.goto(`/cases/${api.no}/documents`)
    await page.getByRole('button', { name: /行政处罚决定书/ }).click()
    const panel = page.getByRole('region', { name: '公示前隐去处理' })
    await panel.getByRole('button', { name: '对照' }).click()
    await panel.getByText('核对完毕', { exact: false }).waitFor()
    expect(await panel.locator('del').allTextContents()).toContain('冯启明')
    expect(await panel.locator('ins').allTextContents()).toContain('冯某')
    expect(await panel.getByText(carrier).count(), 'told in both versions').toBeGreaterThanOrEqual(2)
    await panel.getByLabel('只看有改动的段落').check()
    expect(await panel.getByText(carrier).count()).toBeLessThanOrEqual(2)
    await looks(page, 'publication-panel')
  })

  it('a name no list had is hidden by the clerk; each text is opened and ticked; then it is published', async () => {
    await page.goto(`/cases/${api.no}/acts/publish`)
    await page.getByRole('button', { name: '核对后提交' }).click()
    const texts = page.getByRole('region', { name: '将要公示的文本' })
    const seen = texts.getByRole('checkbox', { name: '已查看，按此公示' })
    await seen.nth(1).waitFor()
    const submit = page.getByRole('button', { name: /^确认(提交|记录)$/ })
    expect(await submit.isDisabled(), 'nothing is ticked').toBe(true)
    await texts.getByText(carrier).first().waitFor()
    await texts.getByRole('button', { name: '还有应当隐去的，返回填写' }).click()
    await page.getByRole('textbox', { name: /^另需隐去的姓名或者文字/ }).first().fill(carrier)
    await page.getByRole('button', { name: '核对后提交' }).click()
    await seen.nth(1).waitFor()
    expect(await texts.locator('del').allTextContents()).toContain(carrier)
    expect((await texts.locator('ins').allTextContents()).join(' ')).toMatch(/欧阳某/)
    await looks(page, 'publication-check')

    const opened = page.waitForEvent('popup')
    const answered = page.waitForResponse((response) => response.url().endsWith('/acts/publication') && response.request().postData()?.includes('"document"') === true)
    await texts.getByRole('button', { name: '公示用 PDF' }).first().click()
    expect((await answered).headers()['content-type']).toContain('application/pdf')
    await (await opened).close()
    expect(await texts.locator('[data-document]').evaluateAll((all) => new Set(all.map((each) => each.getAttribute('data-document'))).size)).toBe(await seen.count())
    await seen.first().check()
    expect(await submit.isDisabled(), 'one of two is ticked').toBe(true)
    for (const each of await seen.all()) await each.check()
    await submit.click()
    await page.getByRole('link', { name: '回到案件' }).waitFor()
  })

  it('what was published is kept as it was, and shown beside what was served', async () => {
    await page.goto(`/cases/${api.no}/documents`)
    await page.getByRole('button', { name: /行政处罚决定书/ }).click()
    const panel = page.getByRole('region', { name: '公示前隐去处理' })
    await panel.getByRole('button', { name: '对照' }).click()
    await panel.getByText('已公示', { exact: false }).waitFor()
    expect(await panel.locator('del').allTextContents()).toContain(carrier)
    const kept = await page.request.get((await panel.getByRole('link', { name: '公示时存下的 PDF' }).getAttribute('href')) ?? '')
    expect((await kept.body()).subarray(0, 5).toString()).toBe('%PDF-')
    expect(desk.seats.complaints).toEqual([])
  })
})
