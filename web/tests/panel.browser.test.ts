import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { PanelMeeting, TimelineAct } from '../src/api/types'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

describe('the leaders discuss two cases, one of them with a dissent', () => {
  const desk = useOffice()
  let first: ApiCase
  let second: ApiCase
  let path = ''
  beforeAll(async () => {
    const scenario = await readScenario('hearing_2026')
    // What the goods are worth is stated with the report: without it the law gives no range (产品质量法 第五十条).
    const report = scenario.acts.find((act) => act.act === 'report_investigation')
    if (report) report.paper = { discretion: { violation_id: 'quality.adulterated', facts: { goods_value: '100000.00' } } }
    first = new ApiCase(inject('serverUrl'), scenario)
    second = new ApiCase(inject('serverUrl'), scenario)
    await Promise.all([first, second].map((each) => each.run((act) => act.act !== 'panel_discuss')))
  })

  const enter = async (person: string, n: number): Promise<Page> => {
    const page = await desk.seats.of(person)
    await page.goto(path)
    await page.getByRole('navigation', { name: '议程' }).getByRole('button').nth(n).click()
    await page.getByText('质证').or(page.getByText('听证报告')).first().waitFor()
    return page
  }
  const speak = async (person: string, n: number, view: string, note = ''): Promise<void> => {
    const page = await enter(person, n)
    const votes = page.getByRole('region', { name: '意见' })
    await votes.getByLabel(view, { exact: true }).check()
    if (note) await votes.getByLabel('理由').fill(note)
    await votes.getByRole('button', { name: '发表意见' }).click()
    await votes.getByRole('listitem').filter({ hasText: view }).first().waitFor()
  }

  it('the recorder calls the meeting and opens it with those who came', async () => {
    const page = await desk.seats.of('xu-jing')
    await page.goto('/')
    await page.getByRole('link', { name: '负责人集体讨论' }).click()
    await page.getByRole('button', { name: '筹备会议' }).click()
    await page.getByRole('checkbox', { name: '陆平' }).waitFor()
    await page.getByLabel('地点').fill('三楼会议室')
    await page.getByLabel('讨论案件（案号）').fill(`${first.no}\n990101-2020-000001`)
    await page.getByRole('button', { name: '发出议程' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('讨论案件（案号）').fill(`${first.no}\n${second.no}`)
    await page.getByRole('button', { name: '发出议程' }).click()
    await page.getByRole('button', { name: '开始会议' }).click()
    await page.getByText('讨论中').waitFor()
    path = new URL(page.url()).pathname
  })

  it('minutes are kept; the chair does not speak before the others', async () => {
    const page = await enter('xu-jing', 0)
    await page.getByLabel('案情汇报').fill('办案机构汇报案情和拟处罚意见。')
    await page.getByLabel('讨论过程').fill('就货值认定提问。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    await shot(page, 'panel-minutes')
    const chair = await enter('fang-zheng', 0)
    expect(await chair.getByRole('button', { name: '发表意见' }).count()).toBe(0)
    const answer = await chair.request.post(`/api${path}/items/0/vote`, { data: { view: 'agree' } })
    expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([409, 'chair_not_last'])
  })

  it('the range of the law stands beside what is proposed, in the room and on paper', async () => {
    const page = await enter('lu-ping', 0)
    const range = page.getByTestId('range')
    await range.getByText('法定幅度').waitFor()
    expect(await range.innerText()).toMatch(/\d[\d,.]*–\d[\d,.]* 元/)
    await page.goto(`${path}/pack`)
    await page.getByTestId('range').nth(1).waitFor()
    await shot(page, 'panel-pack-range')
  })

  it('nobody else sees the meeting', async () => {
    const page = await desk.seats.of('zhou-min')
    expect((await page.request.get(`/api${path}`)).status()).toBe(404)
  })

  it('both agree on the first; the second has a dissent, and the chair says why', async () => {
    await speak('lu-ping', 0, '同意')
    await speak('fang-zheng', 0, '同意')
    const chair = await desk.seats.of('fang-zheng')
    await chair.getByRole('button', { name: '宣布结果并记录' }).click()
    await chair.getByText(/已记录为案件的第 \d+ 项行为/).waitFor()

    await speak('lu-ping', 1, '反对', '召回比例应当作为从轻情节。')
    await speak('fang-zheng', 1, '同意')
    await chair.getByRole('button', { name: '宣布结果并记录' }).click()
    await chair.getByRole('alert').getByText('应当写明理由').waitFor()
    await chair.getByLabel('说明').fill('召回情况已在裁量中考虑，维持拟处罚意见。')
    await chair.getByRole('button', { name: '宣布结果并记录' }).click()
    await chair.getByText(/已记录为案件的第 \d+ 项行为/).waitFor()
    await shot(chair, 'panel-dissent')

    const acts = await second.send<TimelineAct[]>('zhou-min', 'GET', `/api/cases/${second.no}/acts`)
    const recorded = acts.findLast((act) => act.act === 'panel_discuss')
    expect(recorded?.data).toMatchObject({
      chair: 'fang-zheng',
      recorder: 'xu-jing',
      result: 'agree',
      opinions: [{ who: 'lu-ping', view: 'against', note: '召回比例应当作为从轻情节。' }, { who: 'fang-zheng', view: 'agree' }],
    })
    const meeting = await first.send<PanelMeeting>('xu-jing', 'GET', `/api${path}`)
    expect(meeting.status).toBe('closed')
  })

  it.each(['desk', 'phone'] as const)('the meeting fits a %s and shuts nobody out', async (size) => {
    const page = await enter('lu-ping', 1)
    await page.setViewportSize(sizes[size])
    await settled(page)
    await shot(page, `panel-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    expect(desk.seats.complaints).toEqual([])
  })
})
