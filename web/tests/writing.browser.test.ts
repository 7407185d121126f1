import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { barriers, launch, openPage, overflow, settled, shot, sizes } from './support/browser'
import { fakeServer, type Routes } from './support/fakeServer'
import { advice, caseNo, decide, form, routes } from './support/fixtures'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
})

const FIRST = '经查，当事人更改食品的生产日期〔证据1、2〕。2024年5月16日现场检查时发现：仓库内有233盒〔证据1〕。'
const LATER = `${FIRST}违法所得为670元〔证据3〕。`
const evidence = [
  { no: 1, n: 2, title: '现场笔录', files: ['ev1'] },
  { no: 2, n: 7, title: '询问笔录（钱大海）', files: [] },
]

/** A desk on which the case goes on while somebody writes: what it would write is asked anew after every change. */
async function desk(work: (page: Page, says: { facts: string }, seen: { method: string; path: string; body: unknown }[]) => Promise<void>, size: keyof typeof sizes = 'desk') {
  const says = { facts: FIRST }
  const drafted = () => ({ parts: says.facts === '' ? [] : [{ field: 'paper.facts', text: says.facts }], evidence })
  const changed: Routes = {
    'GET /api/cases/:no/acts/decide/form': () => ({ json: { ...form(decide), documents: [{ no: 45, document: 'penalty_decision', title: '行政处罚决定书' }], drafted: drafted() } }),
    'POST /api/cases/:no/acts/advice': (body: unknown) => ({ json: { ...advice(body).json, drafted: drafted() } }),
    'PUT /api/cases/:no/drafts/decide': () => ({ json: { saved_at: '2026-11-22T10:00:00+08:00' } }),
    'POST /api/cases/:no/phrases': () => ({
      json: [
        { id: 'f2', title: '从轻的理由', of_agency: false, field: '', text: '钱大海积极配合调查，罚款＿＿＿＿。', open: ['罚款'] },
        { id: 'f1', title: '事实的结尾', of_agency: true, field: 'paper.facts', text: '钱大海对上述事实没有异议。', open: [] },
        { id: 'f3', title: '别处', of_agency: true, field: 'paper.nature', text: '别处的话。', open: [] },
      ],
    }),
    'POST /api/cases/:no/preview': (body: unknown) => {
      const { paper } = body as { paper?: { facts?: string } }
      return { json: { lines: [{ kind: 'title', runs: [{ text: '行政处罚决定书' }] }, { kind: 'body', runs: [{ text: paper?.facts ?? '', field: 'paper.facts' }] }] } }
    },
  }
  const rest = Object.fromEntries(Object.entries(routes).filter(([key]) => !(key in changed)))
  const server = await fakeServer({ ...changed, ...rest })
  const { context, page, complaints } = await openPage(browser, size, server.url)
  try {
    await page.goto(`/cases/${caseNo}/acts/decide`)
    await work(page, says, server.seen)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
    server.close()
  }
}
const facts = (page: Page) => page.getByRole('textbox', { name: '经查明的事实' })
const part = (page: Page) => page.locator('.row').filter({ has: facts(page) })

it('a part opens as drafted, with links to the evidence behind its sentences', () =>
  desk(async (page, _says, seen) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    expect(await facts(page).inputValue()).toBe(FIRST)
    const first = part(page).getByRole('link', { name: '证据1　现场笔录' })
    expect(await first.getAttribute('href')).toBe(`/cases/${caseNo}/evidence?item=ev1`)
    expect(await part(page).getByRole('link', { name: '证据2' }).getAttribute('href')).toBe(`/cases/${caseNo}/timeline?act=7`)
    await settled(page)
    expect(seen.filter((each) => each.method === 'PUT')).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await shot(page, 'writing-drafted')
  }))

it('what was edited stays marked; what the case says differently is offered and never written over', () =>
  desk(async (page, says, seen) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    const mine = '经查，当事人更改食品的生产日期〔证据1、2〕。当事人明知食品过期〔证据2〕。'
    await facts(page).fill(mine)
    await part(page).getByText('已由办案人员修改').waitFor()
    await part(page).getByRole('button', { name: '与草稿的差异' }).click()
    await part(page).locator('ins').getByText('当事人明知食品过期').waitFor()
    await part(page).locator('del').getByText('仓库内有233盒').waitFor()
    await shot(page, 'writing-edited')

    says.facts = LATER
    await page.getByLabel('罚款金额（元）').fill('87000')
    await part(page).getByText('已修改；案卷现在的说法与当时不同').waitFor()
    expect(await facts(page).inputValue()).toBe(mine)
    await part(page).locator('ins').getByText('违法所得为670元').waitFor()
    expect(await barriers(page)).toEqual([])
    await shot(page, 'writing-changed')
    await part(page).getByRole('button', { name: '采用新稿' }).click()
    expect(await facts(page).inputValue()).toBe(LATER)
    await part(page).getByRole('link', { name: '证据1' }).waitFor()
    await part(page).getByText('证据3（证据清单中没有）').waitFor()
    await part(page).getByRole('button', { name: '撤销，恢复我的文字' }).click()
    expect(await facts(page).inputValue()).toBe(mine)
    await part(page).getByText('已由办案人员修改').waitFor()
    await expect.poll(() => JSON.stringify(seen.filter((each) => each.method === 'PUT').at(-1)?.body)).toContain('"drafted":{"paper.facts"')
  }))

it('a part nobody has touched follows the case', () =>
  desk(async (page, says) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    says.facts = LATER
    await page.getByLabel('罚款金额（元）').fill('87000')
    await expect.poll(() => facts(page).inputValue()).toBe(LATER)
    await part(page).getByText('依案卷起草，可以修改').waitFor()
  }))

it.each(['desk', 'phone'] as const)('a part the case drafts no more is emptied, or asked about where it was edited, on a %s', (size) =>
  desk(async (page, says) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    says.facts = ''
    await page.getByLabel('罚款金额（元）').fill('87000')
    await expect.poll(() => facts(page).inputValue()).toBe('')
    says.facts = FIRST
    await page.getByLabel('罚款金额（元）').fill('88000')
    await expect.poll(() => facts(page).inputValue()).toBe(FIRST)
    await facts(page).fill('我的话。')
    says.facts = ''
    await page.getByLabel('罚款金额（元）').fill('89000')
    await part(page).getByText('案卷已不再起草这一部分').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await shot(page, `writing-gone-${size}`)
    await part(page).getByRole('button', { name: '采用（留空）' }).click()
    expect(await facts(page).inputValue()).toBe('')
    await part(page).getByRole('button', { name: '撤销，恢复我的文字' }).click()
    expect(await facts(page).inputValue()).toBe('我的话。')
  }, size))

it('a sentence of the preview leads to its field and back, by mouse and by keys', () =>
  desk(async (page) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    await facts(page).press('End')
    await facts(page).press('Space')
    const preview = page.getByTestId('document-text')
    const second = preview.getByRole('button', { name: '仓库内有233盒' })
    await second.click()
    const selected = () => facts(page).evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
    expect(await selected()).toBe('2024年5月16日现场检查时发现：仓库内有233盒〔证据1〕。')
    expect(await facts(page).evaluate((field) => field === document.activeElement)).toBe(true)

    await page.keyboard.press('Control+Home')
    const first = preview.getByRole('button', { name: '当事人更改食品的生产日期' })
    await expect.poll(() => first.getAttribute('class')).toContain('here')
    await page.keyboard.press('F8')
    await expect.poll(() => first.evaluate((sentence) => sentence === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await selected()).toBe('2024年5月16日现场检查时发现：仓库内有233盒〔证据1〕。')
    await shot(page, 'writing-preview')
  }))

it('a phrase is put in where the cursor stands, by keys and by its button', () =>
  desk(async (page) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    await part(page).getByRole('button', { name: '常用语' }).waitFor()
    await facts(page).press('Control+End')
    await facts(page).press('Control+;')
    const picker = page.getByRole('dialog')
    await picker.getByText('事实的结尾').waitFor()
    expect(await picker.getByRole('listitem').count()).toBe(2)
    await picker.getByText('案卷中还没有：罚款，插入后留空').waitFor()
    expect(await barriers(page)).toEqual([])
    await shot(page, 'writing-phrases')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts(page).inputValue()).toBe(`${FIRST}钱大海对上述事实没有异议。`)
    await part(page).getByText('已由办案人员修改').waitFor()
    await part(page).getByRole('button', { name: '常用语' }).click()
    await picker.getByRole('textbox').fill('配合')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts(page).inputValue()).toContain('没有异议。钱大海积极配合调查，罚款＿＿＿＿。')
  }))

it('on a telephone nothing is wider than the screen', () =>
  desk(async (page) => {
    await part(page).getByText('依案卷起草，可以修改').waitFor()
    await facts(page).fill('改。')
    await part(page).getByRole('button', { name: '与草稿的差异' }).click()
    await settled(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shot(page, 'writing-phone')
  }, 'phone'))

it('whoever approves sees where the words differ from what the case would have said', async () => {
  const proposal = routes['GET /api/proposals/:id'] as Record<string, unknown>
  const drafted = { parts: [{ field: 'paper.checked', text: '经现场核查，当事人仓库内存放核桃乳共233箱。' }], evidence: [] }
  const server = await fakeServer({ ...Object.fromEntries(Object.entries(routes).filter(([key]) => key !== 'GET /api/proposals/:id')), 'GET /api/proposals/:id': { ...proposal, drafted } })
  const { context, page, complaints } = await openPage(browser, 'desk', server.url)
  await page.goto('/proposals/prop1')
  await page.getByText('与系统拟稿不同：核查情况').click()
  await page.locator('ins').getByText('其中24箱已更改生产日期').waitFor()
  await settled(page)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await barriers(page)).toEqual([])
  await shot(page, 'writing-approver')
  expect(complaints).toEqual([])
  await context.close()
  server.close()
})

const phrase = (n: number, more: object = {}) => ({
  id: `f${n}`, of_agency: n % 3 === 0, title: `第${n}条常用语`, words: `【当事人】积极配合调查，主动提供证据材料，如实陈述违法事实（${n}）。`.repeat((n % 4) + 1),
  act: n % 2 ? 'decide' : '', field: n % 2 ? 'paper.facts' : '', lock: 1, made_by: { id: 'zhou-min', name: '周敏' }, made_at: '2026-11-01T09:00:00+08:00',
  edited_by: '周敏', edited_at: '2026-11-20T09:00:00+08:00', may_keep: n % 5 !== 0, ...more,
})
const library = (phrases: unknown[]) => ({ phrases, places: ['当事人', '案由', '罚款', '罚款大写', '今天'].map((name) => ({ name, help: name })), may_add_to_unit: true, may_add_to_agency: true })

it.each(['desk', 'phone'] as const)('the library holds none and five hundred, on a %s', async (size) => {
  const held: { phrases: unknown[] } = { phrases: [] }
  const server = await fakeServer({
    'GET /api/phrases': () => ({ json: library(held.phrases) }),
    'POST /api/phrases': (body: unknown) => {
      const made = body as { words: string }
      if (made.words.includes('密码')) return { status: 400, json: { type: 'about:blank', title: '填写有误', detail: '没有“【密码】”这一填充项', status: 400, code: 'unknown_place', field: 'words' } }
      held.phrases = [...held.phrases, phrase(501, { ...made, id: 'new' })]
      return { status: 201, json: held.phrases.at(-1) }
    },
    ...routes,
  })
  const { context, page, complaints } = await openPage(browser, size, server.url)
  await page.goto('/office/phrases')
  await page.getByText('还没有常用语').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shot(page, `phrases-empty-${size}`)

  await page.getByRole('button', { name: '新建常用语' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('配合调查')
  await dialog.getByLabel('内容', { exact: true }).fill('【密码】')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('没有“【密码】”这一填充项').waitFor()
  await dialog.getByLabel('内容', { exact: true }).fill('积极配合调查。')
  await dialog.getByRole('button', { name: '插入【当事人】' }).click()
  expect(await dialog.getByLabel('内容', { exact: true }).inputValue()).toBe('积极配合调查。【当事人】')
  await settled(page)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await barriers(page)).toEqual([])
  await shot(page, `phrases-form-${size}`)
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('积极配合调查。【当事人】').waitFor()

  held.phrases = [...Array.from({ length: 500 }, (_, n) => phrase(n + 1)), phrase(502, { retired_at: '2026-11-21T09:00:00+08:00', retired_by: '钱伟', title: '停用的话' })]
  await page.reload()
  await page.getByText('500 条', { exact: true }).waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shot(page, `phrases-many-${size}`)
  await page.getByLabel('显示已停用的 1 条').check()
  await page.getByLabel('查找').fill('停用的话')
  await page.getByText('钱伟').waitFor()
  expect(complaints).toEqual([])
  await context.close()
  server.close()
})
