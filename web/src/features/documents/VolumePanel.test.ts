import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answerWith } from '@tests/support/answers'
import VolumePanel from './VolumePanel.vue'

const decision = { document: 'penalty_decision', title: '《行政处罚决定书》（东市监处罚〔2026〕1号）', basis: '行政处罚法 第五十九条第二款' }
const volume = { case: 'c1', main: [], side: [], missing: [], not_sealed_here: [decision], archived: false, may_take: false }

async function panel(answer: object) {
  answerWith({ 'GET /api/cases/c1/volume': { json: answer } })
  const mounted = mount(VolumePanel, { props: { no: 'c1' } })
  await flushPromises()
  return mounted
}

// 行政处罚法 第五十九条: an office may stamp by hand; such a decision lacks nothing.
it('tells a decision without an electronic seal apart from a missing paper', async () => {
  const whole = await panel(volume)
  expect(whole.find('.missing').exists()).toBe(false)
  expect(whole.find('.not-sealed').text()).toContain('请核对纸质文书是否已经盖章')
  expect(whole.find('.not-sealed').text()).toContain('〔2026〕1号')

  const sealed = await panel({ ...volume, missing: [{ document: 'x', title: '立案审批表', basis: '程序规定 第十九条' }], not_sealed_here: [] })
  expect(sealed.find('.missing').text()).toContain('归档前还缺少 1 件')
  expect(sealed.find('.not-sealed').exists()).toBe(false)
})
