import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { barriers, launch, openPage, overflow, settled, shot, sizes } from './support/browser'
import { fakeServer, type Answer, type Routes } from './support/fakeServer'
import { caseNo, fileCase, form, routes } from './support/fixtures'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
})

/** One desk with some answers replaced. */
async function desk(changed: Routes, work: (page: Page, server: Awaited<ReturnType<typeof fakeServer>>) => Promise<void>, size: keyof typeof sizes = 'desk') {
  const server = await fakeServer({ ...changed, ...Object.fromEntries(Object.entries(routes).filter(([key]) => !(key in changed))) })
  const { context, page, complaints } = await openPage(browser, size, server.url)
  try {
    await work(page, server)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
    server.close()
  }
}
const problem = (status: number, more: object): Answer => ({ status, json: { type: 'about:blank', title: '未能完成', status, ...more } })
const act = `/cases/${caseNo}/acts/file_case`

it('signing in leads back to where one was', () => {
  let signedIn = false
  const session = routes['GET /api/session']
  return desk(
    {
      'GET /api/session': () => (signedIn ? { json: session } : problem(401, { detail: '未登录', code: 'not_signed_in' })),
      'POST /api/session': (body: unknown) => {
        signedIn = (body as { password: string }).password === 'right'
        return signedIn ? { json: session } : problem(401, { detail: '账号或者密码不正确', code: 'sign_in_failed' })
      },
    },
    async (page) => {
      await page.goto(`/cases/${caseNo}/timeline`)
      await page.getByLabel('账号').fill('zhoumin')
      await page.getByLabel('密码').fill('wrong')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('账号或者密码不正确').waitFor()
      await shot(page, 'sign-in-desk')
      await page.getByLabel('密码').fill('right')
      await page.keyboard.press('Enter')
      await page.getByText('补录，晚 2 天').waitFor()
      expect(new URL(page.url()).pathname).toBe(`/cases/${caseNo}/timeline`)
    },
  )
})

it('an act is filled in, saved while typing, checked and proposed', () =>
  desk({}, async (page, server) => {
    await page.goto(act)
    await page.getByLabel('案由').fill('涉嫌生产经营标注虚假生产日期的食品案')
    await page.getByRole('radio', { name: '属于本部门管辖 是' }).check()
    await page.getByText('已保存 10:32:05').waitFor()
    const draft = server.seen.find((each) => each.method === 'PUT')
    expect(draft?.body).toMatchObject({ data: { conditions: { ours: true } }, by: ['zhou-min', 'he-feng'] })
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('heading', { name: '还需签署' }).waitFor()
    await page.getByText('记录后案件状态').waitFor()
    await shot(page, 'check-desk')
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.getByText('已提交，等待下列人员处理').waitFor()
    const recorded = server.seen.find((each) => each.method === 'POST' && each.path.endsWith('/acts'))
    expect(recorded?.body).toMatchObject({ act: 'file_case', data: { cause: '涉嫌生产经营标注虚假生产日期的食品案' } })
  }))

it('a draft comes back', () =>
  desk(
    { 'GET /api/cases/:no/acts/file_case/form': { ...form(fileCase), draft: { data: { cause: '写到一半的案由' }, by: ['zhou-min'] }, draft_saved_at: '2024-06-20T10:32:05+08:00' } },
    async (page) => {
      await page.goto(act)
      await page.getByText('已恢复 2024-06-20 10:32 保存的草稿').waitFor()
      expect(await page.getByLabel('案由').inputValue()).toBe('写到一半的案由')
    },
  ))

it('bad input lands on its field', () =>
  desk(
    { 'POST /api/cases/:no/acts/check': () => problem(400, { detail: '案由不能为空', code: 'field_missing', field: 'data.cause' }) },
    async (page) => {
      await page.goto(act)
      await page.getByRole('button', { name: '核对后提交' }).click()
      await page.getByRole('alert').filter({ hasText: '案由不能为空' }).first().waitFor()
      await page.waitForFunction(() => document.activeElement?.id === 'field-data-cause')
    },
  ))

it('a refusal shows its article and leads to the act that cures it', () =>
  desk(
    {
      'POST /api/cases/:no/acts/check': {
        accepted: false,
        recorded_at_once: false,
        steps: [],
        documents: [],
        refusal: { code: 'notice_not_served', message: '尚未送达行政处罚告知书', basis: '行政处罚法 第六十二条', cure: ['decide'] },
      },
    },
    async (page) => {
      await page.goto(act)
      await page.getByRole('button', { name: '核对后提交' }).click()
      const refusal = page.getByTestId('refusal')
      await refusal.getByText('行政处罚法 第六十二条').waitFor()
      expect(await page.getByRole('button', { name: '确认提交' }).isDisabled()).toBe(true)
      await shot(page, 'refusal-desk')
      await refusal.getByRole('link', { name: '作出行政处理决定' }).click()
      await page.getByRole('heading', { name: '作出行政处理决定' }).waitFor()
    },
  ))

it('a stale page says what changed and keeps what was typed', () => {
  let stale = true
  return desk(
    {
      'POST /api/cases/:no/acts': () => {
        if (!stale) return { status: 201, json: { recorded: true, n: 9, version: 9, documents: [] } }
        stale = false
        return problem(409, { detail: '案件已有变化', code: 'version_conflict', version: 8, changed: [{ n: 8, act: 'note', title: '备注', at: '2024-05-16T09:00:00+08:00', by: [{ id: 'x', name: '何峰' }] }] })
      },
    },
    async (page) => {
      await page.goto(act)
      await page.getByLabel('案由').fill('案由甲')
      await page.getByRole('button', { name: '核对后提交' }).click()
      await page.getByRole('button', { name: '确认提交' }).click()
      await page.getByText('案件已有新的变化').waitFor()
      await page.getByText('8. 备注').waitFor()
      await page.getByRole('button', { name: '刷新' }).click()
      await page.getByText('案由甲').waitFor()
      await page.getByRole('button', { name: '确认提交' }).click()
      await page.getByText('已记录为第 9 项行为').waitFor()
    },
  )
})

it('a session that ends while typing asks for the password and loses nothing', () => {
  let over = false
  return desk(
    {
      'PUT /api/cases/:no/drafts/:act': () => (over ? problem(401, { detail: '登录已过期' }) : { json: { saved_at: '2024-06-20T10:32:05+08:00' } }),
      'POST /api/session': () => {
        over = false
        return { json: routes['GET /api/session'] }
      },
    },
    async (page) => {
      await page.goto(act)
      await page.getByLabel('案由').waitFor()
      over = true
      await page.getByLabel('案由').fill('没有丢')
      const dialog = page.getByRole('dialog', { name: '登录已过期' })
      await dialog.getByLabel('密码').fill('right')
      await shot(page, 'expired-desk')
      await dialog.getByRole('button', { name: '继续' }).click()
      await dialog.waitFor({ state: 'detached' })
      expect(await page.getByLabel('案由').inputValue()).toBe('没有丢')
      await page.getByLabel('案由').fill('没有丢。')
      await page.getByText('已保存 10:32:05').waitFor()
    },
  )
})

it('a proposal is signed with the keyboard, and the help says how', () =>
  desk({}, async (page, server) => {
    await page.goto('/proposals/prop1')
    await page.getByRole('button', { name: '确认…' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘快捷键' }).getByText('退回').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await page.waitForFunction(() => document.activeElement?.id === 'sign-text')
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.getByText('已同意，转下一级审批').waitFor()
    expect(server.seen.findLast((each) => each.method === 'POST')).toMatchObject({ path: '/api/proposals/prop1/confirm', body: { opinion: '确认' } })
  }))

it('whoever approves reads why the sum leaves its tier, and that no range was computed', () => {
  const plain = routes['GET /api/proposals/:id'] as Record<string, unknown>
  const penalty = { kinds: ['fine'], fine: '70000', violations: ['food.false-date'] }
  const asked = { ...plain, act: 'approve_notice', data: { penalty, because: 'first' }, paper: { discretion: { deviation_reason: '主动召回全部产品，社会影响小' } }, discretion: undefined }
  return desk({ 'GET /api/proposals/:id': asked }, async (page) => {
    await page.goto('/proposals/prop1')
    const told = page.getByRole('region', { name: '裁量' })
    await told.getByText('主动召回全部产品，社会影响小').waitFor()
    await told.getByText('没有作裁量推演').waitFor()
  })
})

it('the list is walked and opened with the keyboard', () =>
  desk({}, async (page) => {
    await page.goto('/')
    await page.getByText('已显示 60 件').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await page.waitForURL(/990101-2024-000002$/)
    await page.keyboard.press('h')
    await page.getByText('已显示 60 件').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('核桃乳')
    await page.waitForURL(/q=/)
  }))

it('the first screen loads at most 300 kB of script', () =>
  desk({}, async (page) => {
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) sizes.push(response.body().then(async (bytes) => (await import('node:zlib')).gzipSync(bytes).length))
    })
    await page.goto('/')
    await page.getByText('已显示 60 件').waitFor()
    const total = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0)
    expect(total).toBeGreaterThan(10_000)
    expect(total).toBeLessThanOrEqual(300_000)
  }))

it('a sentence of the preview leads to its field, and the field to its sentence', () =>
  desk({}, async (page) => {
    await page.addInitScript(() => localStorage.setItem('paper-mode', 'text'))
    await page.goto(act)
    const sentence = page.getByTestId('document-text').getByRole('button', { name: '涉嫌生产经营标注虚假生产日期的食品案' })
    await sentence.click()
    await page.waitForFunction(() => document.activeElement?.id === 'field-data-cause')
    await page.locator('.marked').waitFor()
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('heading', { name: '还需签署' }).waitFor()
    await sentence.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'field-data-cause')
    await shot(page, 'sentence-desk')
  }))

it.each(['desk', 'phone'] as const)('a sentence on the page leads to its field, and the field to its place on the page, on a %s', (size) =>
  desk({}, async (page) => {
    await page.addInitScript(() => ['paper-mode', 'live-paper-mode'].forEach((each) => localStorage.setItem(each, 'pdf')))
    await page.goto(act)
    const sentence = page.getByTestId('document-sheets').getByRole('button', { name: '涉嫌生产经营标注虚假生产日期的食品案' })
    const secondLine = sentence.locator('i').nth(1)
    if (size === 'desk') {
      await secondLine.click()
      await page.waitForFunction(() => document.activeElement?.id === 'field-data-cause')
      await page.locator('.typed.marked i').first().waitFor()
      await page.keyboard.press('F8')
      await expect.poll(() => sentence.evaluate((one) => one === document.activeElement)).toBe(true)
      await settled(page)
      await shot(page, 'sheet-fill-desk')
    }
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('heading', { name: '还需签署' }).waitFor()
    await page.getByRole('img', { name: '第 1 页，共 2 页' }).waitFor()
    await settled(page)
    await shot(page, `sheet-check-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await secondLine.click()
    await page.waitForFunction(() => document.activeElement?.id === 'field-data-cause')
  }, size))
