import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { TimelineAct } from '../src/api/types'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

describe('a meeting is called, changed and printed; a case of two parties is concluded for each', () => {
  const desk = useOffice()
  let api: ApiCase
  let path = ''
  beforeAll(async () => {
    api = new ApiCase(inject('serverUrl'), await readScenario('hearing_2026'))
    await api.run((_, n) => n <= 3)
    const party = { kind: 'person', name: '关小海', region: '990101' }
    const joined = { act: 'add_party', at: '2026-03-05T10:00:00+08:00', by: ['zhou-min', 'he-feng'], approved_by: 'lu-ping', data: { party, reason: 'joint', evidence: [2] } }
    await api.perform(joined)
  })

  const agenda = (page: Page) => page.getByRole('navigation', { name: '议程' }).getByRole('listitem')

  it('both parties come on the agenda for a longer period, and what was wrong is changed before it begins', async () => {
    const page = await desk.seats.of('xu-jing')
    await page.goto('/panel-meetings')
    await page.getByRole('button', { name: '筹备会议' }).click()
    await page.getByRole('checkbox', { name: '陆平' }).waitFor()
    await page.getByLabel('地点').fill('三楼')
    await page.getByText('讨论其他事项的案件').click()
    await page.getByLabel('延长办案期限').fill(api.no)
    await page.getByRole('button', { name: '发出议程' }).click()
    await expect.poll(() => agenda(page).count()).toBe(2)
    path = new URL(page.url()).pathname

    await page.getByRole('button', { name: '修改议程' }).click()
    expect(await page.getByLabel('延长办案期限').inputValue()).toBe(api.no)
    await page.getByLabel('地点').fill('五楼会议室')
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByText('五楼会议室').waitFor()
    await expect.poll(() => agenda(page).count()).toBe(2)
  })

  it('the agenda and the case of each party are printed', async () => {
    const page = await desk.seats.of('xu-jing')
    await page.getByRole('link', { name: '打印会议材料' }).click()
    await page.getByRole('heading', { name: /^第 2 件/ }).waitFor()
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `pack-${size}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize(sizes.seat)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: '推演' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: '回到会议' }).click()
    await page.getByRole('button', { name: '开始会议' }).click()
    await page.getByText('讨论中').waitFor()
    expect(await page.getByRole('button', { name: '修改议程' }).count()).toBe(0)
  })

  it('each is concluded in turn, with the day it is extended to', async () => {
    for (const n of [0, 1]) {
      for (const person of ['lu-ping', 'fang-zheng']) {
        const page = await desk.seats.of(person)
        await page.goto(path)
        await agenda(page).nth(n).getByRole('button').click()
        await page.getByRole('button', { name: '发表意见' }).click()
        await page.getByRole('region', { name: '意见' }).getByRole('listitem').filter({ hasText: '同意' }).last().waitFor()
      }
      const chair = await desk.seats.of('fang-zheng')
      if (n === 0) {
        await chair.getByRole('button', { name: '宣布结果并记录' }).click()
        await chair.getByRole('alert').first().waitFor()
      }
      await chair.getByLabel('延长至').fill('2027-06-30')
      await chair.getByRole('button', { name: '宣布结果并记录' }).click()
      await chair.getByText(/已记录为案件的第 \d+ 项行为/).waitFor()
      if (n === 1) await shot(chair, 'panel-extension')
    }
    const acts = await api.send<TimelineAct[]>('zhou-min', 'GET', `/api/cases/${api.no}/acts`)
    const recorded = acts.filter((act) => act.act === 'panel_discuss')
    expect(recorded.map((act) => [act.data.purpose, act.data.result, act.data.until])).toEqual(Array(2).fill(['extension', 'continue', '2027-06-30']))
    expect(new Set(recorded.map((act) => act.party)).size).toBe(2)
    expect(desk.seats.complaints).toEqual([])
  })
})
