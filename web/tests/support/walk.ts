import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { ActType, Evidence, Person, Proposal, Step, Violation } from '../../src/api/types'
import { fillAll, typeDate, type Names } from './fill'
import type { Seats } from './seats'

export interface ScenarioAct {
  act: string
  at: string
  by: string[]
  approved_by?: string
  data: Record<string, unknown>
  paper?: Record<string, unknown>
}

export interface Scenario {
  party: Record<string, unknown> & { details?: Record<string, string> }
  staff: { id: string; name: string; roles: string[] }[]
  acts: ScenarioAct[]
}

interface Stated {
  facts: Record<string, unknown>
  circumstances?: { code: string; evidence_ids: string[] }[]
}

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

/** Carries a scenario through the desk by clicking, changing seat where another pair of eyes is wanted. */
export class Walk {
  no = ''
  private names: Names = { violation: (id) => id, person: (id) => id, evidence: (id) => id }
  private readonly held = new Set<string>()

  constructor(
    private readonly seats: Seats,
    private readonly scenario: Scenario,
  ) {}

  private async get<T>(page: Page, path: string): Promise<T> {
    const answer = await page.request.get(path)
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }

  async register(): Promise<void> {
    const first = this.scenario.acts[0]
    if (!first) throw new Error('an empty scenario')
    const page = await this.seats.of(first.by[0] ?? '')
    const violations = await this.get<Violation[]>(page, '/api/violations')
    const staff = this.scenario.staff
    this.names = {
      violation: (id) => violations.find((each) => each.id === id)?.name ?? id,
      person: (id) => staff.find((each) => each.id === id)?.name ?? id,
      evidence: (name) => name,
    }
    const { acts } = await this.get<{ acts: ActType[] }>(page, '/api/procedure')
    const type = acts.find((each) => each.id === first.act)
    await page.goto('/')
    await page.getByRole('link', { name: first.act === 'register_complaint' ? '登记投诉举报' : '登记案件来源' }).click()
    if (first.act === 'receive_reverse_referral') await page.getByRole('navigation', { name: '登记哪一种' }).getByRole('link', { name: '登记反向移送' }).click()
    const { details, kind, ...party } = this.scenario.party
    await page.locator(`[name="field-party-kind"][value="${String(kind)}"]`).check()
    for (const [name, value] of Object.entries({ ...party, ...details })) {
      if (name === 'gender') await page.locator(`[name="field-party-gender"][value="${String(value)}"]`).check()
      else if (name === 'born') await typeDate(page, 'party.born', String(value))
      else if (await page.locator(`#field-party-${name}`).count()) await page.locator(`#field-party-${name}`).fill(String(value))
    }
    await typeDate(page, 'at', first.at)
    await fillAll(page, type?.fields ?? [], 'data', first.data, this.names)
    await fillAll(page, type?.paper ?? [], 'paper', first.paper ?? {}, this.names)
    await page.getByRole('button', { name: '核对后提交' }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    this.no = (await page.getByTestId('case-no').textContent()) ?? ''
    expect(this.no).toMatch(/^990101-\d{4}-\d{6}$/)
  }

  /** Pictures and recordings an act names are uploaded first, each under its own name. */
  private async upload(page: Page, media: string[]): Promise<void> {
    const missing = media.filter((name) => !this.held.has(name))
    if (missing.length === 0) return
    await page.goto(`/cases/${this.no}/evidence`)
    await page
      .getByLabel('上传证据')
      .setInputFiles(missing.map((name) => ({ name: `${name}.png`, mimeType: 'image/png', buffer: Buffer.concat([PIXEL, Buffer.from(name)]) })))
    for (const name of missing) {
      await page.getByRole('button', { name: `查看 ${name}.png` }).waitFor()
      this.held.add(name)
    }
    await this.get<Evidence[]>(page, `/api/cases/${this.no}/evidence`)
  }

  async perform(act: ScenarioAct): Promise<void> {
    const page = await this.seats.of(act.by[0] ?? '')
    await this.upload(page, (act.data.media as string[] | undefined) ?? [])
    await page.goto(`/cases/${this.no}/acts/${act.act}`)
    const { type } = await this.get<{ type: ActType }>(page, `/api/cases/${this.no}/acts/${act.act}/form`)
    await page.getByRole('heading', { name: type.title, exact: true }).waitFor()
    await typeDate(page, 'at', act.at)
    await this.people(page, act.by)
    await fillAll(page, type.fields, 'data', act.data, this.names)
    await fillAll(page, type.paper, 'paper', act.paper ?? {}, this.names)
    if (['report_investigation', 'approve_notice', 'decide'].includes(act.act)) await this.discretion(page)
    await page.getByRole('button', { name: '核对后提交' }).click()
    const submit = page.getByRole('button', { name: /^确认(提交|记录)$/ })
    if (act.act === 'publish') await this.lookAt(page)
    await submit.or(page.getByRole('alert').first()).first().waitFor()
    const refused = (await page.getByRole('alert').allTextContents()).join('\n')
    expect(refused, `${act.act} of ${act.at}`).toBe('')
    const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/acts'))
    await submit.click()
    const answer = (await (await answered).json()) as { recorded: boolean; proposal?: Proposal; detail?: string }
    expect(answer.detail, `${act.act} of ${act.at}`).toBeUndefined()
    await page.getByRole('link', { name: '回到案件' }).waitFor()
    if (answer.proposal) await this.sign(answer.proposal, act)
  }

  /** Each text that is to be published is ticked; only then can it be. */
  private async lookAt(page: Page): Promise<void> {
    const seen = page.getByRole('checkbox', { name: '已查看，按此公示' })
    await seen.first().waitFor()
    for (const each of await seen.all()) await each.check()
  }

  private async people(page: Page, by: string[]): Promise<void> {
    const group = page.locator('#field-by')
    const wanted = by.map(this.names.person)
    const shown = await group.locator('.el-tag').allTextContents()
    if (shown.length === wanted.length && wanted.every((name) => shown.some((each) => each.includes(name)))) return
    while ((await group.locator('.el-tag__close').count()) > 0) await group.locator('.el-tag__close').first().click()
    await group.locator('.el-select__wrapper').click()
    for (const name of wanted) await page.locator('.el-select-dropdown__item:visible').filter({ hasText: name }).first().click()
    await page.keyboard.press('Escape')
  }

  private async discretion(page: Page): Promise<void> {
    const stated = this.scenario.acts.find((each) => each.paper?.discretion)?.paper?.discretion as Stated | undefined
    if (!stated) return
    for (const [fact, value] of Object.entries(stated.facts)) {
      const box = page.locator(`#fact-${fact}`)
      if ((await box.count()) === 0) await page.getByLabel('增加事实').selectOption(fact)
      if (typeof value === 'boolean') await box.selectOption(String(value))
      else await box.fill(String(value))
    }
    const add = page.getByLabel('增加情节', { exact: true })
    const group = page.getByRole('group', { name: '情节', exact: true })
    for (const each of stated.circumstances ?? []) {
      if ((await add.locator(`option[value=${each.code}]`).count()) === 0) continue
      await add.selectOption(each.code)
      for (const proof of each.evidence_ids) await group.locator('.ground').last().getByLabel(`${this.proofOf(proof)}.png`).check()
    }
    await page.getByTestId('finding').waitFor()
  }

  /** A scenario proves by the number of an act; the desk by the files of that act. */
  private proofOf(proof: string): string {
    const act = this.scenario.acts[Number(proof) - 1]
    return (act?.data.media as string[] | undefined)?.[0] ?? [...this.held][0] ?? proof
  }

  private signerOf(step: Step, act: ScenarioAct): string {
    if (step.person) return step.person.id
    const approver = this.scenario.staff.find((each) => each.id === act.approved_by && each.roles.includes(step.role))
    return approver?.id ?? this.scenario.staff.find((each) => each.roles.includes(step.role))?.id ?? ''
  }

  private async sign(proposal: Proposal, act: ScenarioAct): Promise<void> {
    const signed = new Set<Person['id']>()
    for (const step of proposal.steps.filter((each) => !each.signed_at)) {
      const signer = this.signerOf(step, act)
      signed.add(signer)
      const page = await this.seats.of(signer)
      await page.goto('/')
      const row = page.getByRole('listitem').filter({ hasText: this.no }).filter({ hasText: proposal.title })
      await row.getByRole('link').first().click()
      await page.getByRole('button', { name: /^(确认|同意)…$/ }).waitFor()
      await page.keyboard.press('a')
      await page.getByRole('button', { name: /^(确认|同意)$/ }).click()
      await page.getByText(/^已同意/).or(page.getByRole('alert')).first().waitFor()
      expect(await page.getByRole('alert').allTextContents(), `${act.act}: ${signer}`).toEqual([])
    }
    expect(signed.size).toBeGreaterThan(0)
  }
}
