import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApprovalOutcome, CaseView } from '../src/api/types'
import { ApiCase, readScenario } from './support/apiCase'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { useOffice } from './support/useOffice'

describe('approving several at once', () => {
  const desk = useOffice()
  const waiting: { api: ApiCase; proposal: string }[] = []

  /** A clue whose check is to be lengthened; only the leader has not signed. */
  async function propose(): Promise<void> {
    const scenario = await readScenario('hearing_2026')
    const now = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 19) + '+08:00'
    const [clue] = scenario.acts
    if (!clue) throw new Error('an empty scenario')
    const api = new ApiCase(inject('serverUrl'), scenario)
    await api.perform({ ...clue, at: now, data: { ...clue.data, found_on: now.slice(0, 10) } })
    const { proposal } = await api.record('zhou-min', { act: 'extend_check', by: ['zhou-min'], data: { reason: '等待检验结果，十五个工作日内不能完成核查' } })
    if (!proposal) throw new Error('recorded without approval')
    await api.sign(proposal, { by: ['zhou-min'], approved_by: 'lu-ping' }, 'LEADER')
    waiting.push({ api, proposal: proposal.id })
  }

  beforeAll(async () => {
    await Promise.all([propose(), propose(), propose()])
  })

  it('what was not read in this session is not approved, whatever is sent', async () => {
    const page = await desk.seats.of('lu-ping')
    const answer = await page.request.post('/api/approvals', { data: { ids: waiting.map((each) => each.proposal) } })
    const { results } = (await answer.json()) as { results: ApprovalOutcome[] }
    expect(results.map((each) => [each.outcome, each.refusal?.code])).toEqual([['refused', 'not_seen'], ['refused', 'not_seen'], ['refused', 'not_seen']])
  })

  it('each is read, one confirmation, each has its own result', async () => {
    const page = await desk.seats.of('lu-ping')
    await page.goto('/')
    await page.getByRole('link', { name: /^一并审批（/ }).click()
    const [first, second, third] = waiting
    if (!first || !second || !third) throw new Error('three cases were made')
    for (const { api } of waiting) {
      const row = page.getByRole('listitem').filter({ hasText: api.no })
      expect(await row.getByRole('checkbox').isDisabled()).toBe(true)
      await row.getByRole('button', { name: '延长核查期限' }).click()
      await row.getByText('看到末尾后记为看完').or(row.getByText('已看完')).first().scrollIntoViewIfNeeded()
      await row.getByText('已看完').first().waitFor()
      if (api === first.api) await shot(page, 'approvals-open')
      await row.getByRole('button', { name: '延长核查期限' }).click()
      await row.getByRole('checkbox').check()
    }
    // Meanwhile the officer takes the third back.
    await third.api.send('zhou-min', 'POST', `/api/proposals/${third.proposal}/withdraw`)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '一并审批' }).click()
    await page.getByRole('checkbox').last().blur()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: '确认一并批准' })
    for (const { api } of waiting) await dialog.getByText(api.no).waitFor()
    await shot(page, 'approvals-confirm')
    await dialog.getByRole('button', { name: '确认一并批准' }).click()
    await page.getByText('逐件结果').waitFor()
    for (const { api } of [first, second]) {
      await page.getByRole('listitem').filter({ hasText: api.no }).getByText('已记录').waitFor()
      const view = await api.send<CaseView>('zhou-min', 'GET', `/api/cases/${api.no}`)
      expect(view.proposals).toEqual([])
    }
    await page.getByRole('listitem').filter({ hasText: third.api.no }).getByRole('alert').getByText('已经办结').waitFor()
    await shot(page, 'approvals-results')
  })

  it.each(['desk', 'phone'] as const)('the page fits a %s and shuts nobody out', async (size) => {
    const page = await desk.seats.of('lu-ping')
    await page.setViewportSize(sizes[size])
    await page.goto('/approvals')
    await page.getByRole('heading', { name: '一并审批' }).waitFor()
    await settled(page)
    await shot(page, `approvals-${size}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    expect(desk.seats.complaints).toEqual([])
  })
})
