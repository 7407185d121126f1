import { describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, openPage, overflow, settled, shot } from './support/browser'
import { priceTags } from './support/fastCase'
import { useOffice } from './support/useOffice'

interface Proposed {
  proposal?: { id: string }
}

describe('a paper between the desks', () => {
  const desk = useOffice()
  const { office } = desk

  const propose = async (no: string, facts: string): Promise<string> => {
    const { version } = await office.look('zhou-min', no)
    const body = { act: 'extend_check', by: ['zhou-min'], data: { reason: '等待检验结果' }, paper: { facts } }
    const { proposal } = await office.call<Proposed>('zhou-min', 'POST', `/api/cases/${no}/acts`, body, version)
    return proposal?.id ?? ''
  }

  it('is returned with a reason, written again from what was proposed, and goes its way', async () => {
    const { no } = await priceTags(office, 'organisation')
    const id = await propose(no, '涉案商品已送检。')
    const head = await desk.seats.of('qian-wei')
    await head.goto(`/proposals/${id}`)
    await head.getByRole('button', { name: /^退回…$/ }).click()
    await head.locator('#sign-text').fill('请写明送检的商品和机构')
    await head.getByRole('button', { name: /^退回$/ }).click()
    await expect.poll(async () => (await office.call<{ status: string }>('zhou-min', 'GET', `/api/proposals/${id}`)).status).toBe('returned')

    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/acts/extend_check`)
    await page.getByText('请写明送检的商品和机构').waitFor()
    const facts = page.getByRole('textbox', { name: '提请审批的事项和情况' })
    expect(await facts.inputValue()).toBe('涉案商品已送检。')
    await facts.fill('三十种商品的价签样本已送市价格认证中心核对。')
    await settled(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await shot(page, 'paper-returned')
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('button', { name: /^确认提交$/ }).click()
    await page.getByText('已提交，等待下列人员处理').waitFor()

    await office.sign(no, 'zhou-min')
    const papers = await office.call<{ id: string; document: string }[]>('zhou-min', 'GET', `/api/cases/${no}/documents`)
    const made = papers.find((each) => each.document === 'matter_approval_form')
    const text = await desk.seats.of('zhou-min').then((seat) => seat.request.get(`/api/documents/${made?.id}/text`)).then((answer) => answer.text())
    expect(text).toContain('三十种商品的价签样本已送市价格认证中心核对')
    expect(text).not.toContain('涉案商品已送检')
  })

  it('a phrase of the station is put into a field with the facts of the case', async () => {
    const { no } = await priceTags(office, 'organisation')
    await office.call('qian-wei', 'POST', '/api/phrases', { title: '延长的理由', words: '【当事人】一案（【案件编号】）尚需核对价签。', act: 'extend_check', field: 'paper.facts' })
    const page = await desk.seats.of('zhou-min')
    await page.goto(`/cases/${no}/acts/extend_check`)
    const facts = page.getByRole('textbox', { name: '提请审批的事项和情况' })
    await facts.click()
    await page.keyboard.press('Control+;')
    await page.getByRole('dialog').getByText('延长的理由').first().click()
    expect(await facts.inputValue()).toBe(`临江市某某便利店有限公司一案（${no}）尚需核对价签。`)
    const other = await desk.seats.of('tang-li')
    await other.goto('/office/phrases')
    await other.getByRole('heading', { name: '常用语' }).waitFor()
    await settled(other)
    expect(await other.getByText('延长的理由').count()).toBe(0)
  })
})

describe('the checking page, open to whoever holds a paper', () => {
  const desk = useOffice()
  const { office } = desk

  const codeOf = (id: string) => id.slice(0, 12).toUpperCase()
  /** A correction order of a new case: served outside, numbered, with a code. */
  async function paper(): Promise<{ no: string; id: string; number: string }> {
    const { no, day } = await priceTags(office, 'organisation')
    const conditions = { initial_evidence: true, punishable: true, ours: true, in_time: true }
    await office.act(no, 'file_case', ['zhou-min', 'he-feng'], { conditions, cause: '涉嫌未按规定明码标价', violations: ['price.no-marking'], act_start: day, act_end: day, life_health_or_finance: false, harm: false, jurisdiction: 'confirmed' })
    await office.act(no, 'order_correction', ['zhou-min', 'he-feng'], { mode: 'at_once', article: { law: '行政处罚法', article: 28, paragraph: 1 }, what: '立即明码标价' })
    const papers = await office.call<{ id: string; document: string; number: string }[]>('zhou-min', 'GET', `/api/cases/${no}/documents`)
    const order = papers.find((each) => each.document === 'correction_order')
    expect(order).toBeDefined()
    // Its code is known once it has been printed.
    const seat = await desk.seats.of('zhou-min')
    expect((await seat.request.get(`/api/documents/${order?.id}/pdf`)).ok()).toBe(true)
    return { no, id: order?.id ?? '', number: order?.number ?? '' }
  }
  const ask = async (page: Page, code: string, number: string) => {
    await page.goto(`/check/${code}`)
    await page.getByLabel('文号（选填）').fill(number)
    await page.getByRole('button', { name: '核验', exact: true }).click()
  }

  it('tells a valid paper, a wrong one and a replaced one apart, without sign-in', async () => {
    const made = await paper()
    const { context, page, complaints } = await openPage(desk.browser, 'phone', inject('serverUrl'))
    await page.goto(`/check/${codeOf(made.id)}`)
    await page.getByText(made.number).waitFor()
    expect(await page.getByText('临江市某某便利店').count()).toBe(0)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await shot(page, 'check-valid')
    await ask(page, codeOf(made.id), '东市监责改〔2019〕9999号')
    await page.getByText('没有文号与核验码相符的文书').waitFor()
    await ask(page, 'ABCDEF012345', '')
    await page.getByText('没有文号与核验码相符的文书').waitFor()
    await shot(page, 'check-wrong')
    await ask(page, 'xyz', '')
    await page.getByText(/核验码由数字和字母|核验码是十二位/).waitFor()

    const acts = await office.call<{ n: number; act: string }[]>('zhou-min', 'GET', `/api/cases/${made.no}/acts`)
    const of = acts.find((each) => each.act === 'order_correction')?.n
    await office.act(made.no, 'strike', ['zhou-min', 'he-feng'], { of, reason: '改正内容写错，另行制作' })
    await page.goto(`/check/${codeOf(made.id)}`)
    await page.getByText('此文书已经撤销，不再有效').waitFor()
    await shot(page, 'check-replaced')
    expect(complaints).toEqual([])
    await context.close()
  })
})
