import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { answerWith } from '@tests/support/answers'
import SealPanel from './SealPanel.vue'

const state = { id: 'p1', may_seal: true, may_sign: true, seal_place: true, signatures: [], handwritten: [], places: [], answers: [] }
const place = { document: 'p1', title: '现场笔录', paragraph: 2, begin: 0, end: 4, sentence: '共十盒。' }
const finding = { rule: 'sum.total', severity: 'error', message: '合计不符', found: '10', expected: '12', place }
const unchecked = { ...finding, rule: 'law.held', severity: 'info', message: '《电子商务法》的条文没有导入' }
const informing = { findings: [unchecked], counts: { error: 0, warning: 0, info: 1 } }
const doubtful = { findings: [{ ...finding, severity: 'warning' }, unchecked], counts: { error: 0, warning: 1, info: 1 } }
const clean = { findings: [], counts: { error: 0, warning: 0, info: 0 } }
const faulty = { findings: [finding], counts: { error: 1, warning: 0, info: 0 } }
const refused = { status: 422, json: { type: '', status: 422, code: 'bad_passphrase', title: '签名口令不正确', detail: '签名口令不正确' } }

let sent: unknown[] = []
let tries = 0
/** The first try is refused, the second is not. */
const onlyTheSecond = (_request: Request, body: unknown) => {
  sent.push(body)
  tries += 1
  return tries === 1 ? refused : { json: { ...state, sealed_at: '2026-11-22T10:00:00+08:00', sealed_by: '周敏' } }
}

async function panel(reading: object) {
  answerWith({
    'GET /api/documents/p1/signatures': { json: state },
    'GET /api/documents/p1/proofreading': { json: reading },
    'POST /api/documents/p1/signatures': onlyTheSecond,
    'POST /api/documents/p1/seal': onlyTheSecond,
  })
  const page = { template: '<div />' }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: page }, { path: '/:no/documents', name: 'case-documents', component: page }] })
  await router.push('/c1/documents?id=p1')
  const mounted = mount(SealPanel, { props: { id: 'p1', no: 'c1' }, attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  return { mounted, router }
}
const box = () => document.body.querySelector('dialog')
const field = (label: string) => box()?.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)
async function type(label: string, text: string): Promise<void> {
  const input = field(label)
  if (!input) throw new Error(`no field ${label}`)
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
async function submit(): Promise<void> {
  box()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

let open: Awaited<ReturnType<typeof panel>>['mounted'] | undefined
beforeEach(() => {
  sent = []
  tries = 0
})
afterEach(() => open?.unmount())

it('a wrong passphrase loses no answer and is put right in the box', async () => {
  const { mounted } = await panel(faulty)
  open = mounted
  await mounted.get('form.sign input').setValue('wrong')
  await mounted.get('form.sign').trigger('submit')
  await flushPromises()
  await type('说明：合计不符', '另有两盒已抽样')
  await submit()
  expect(box()?.textContent).toContain('签名口令不正确')
  expect(field('说明：合计不符')?.value).toBe('另有两盒已抽样')
  await type('签名口令', 'right')
  await submit()
  const answers = [{ message: '合计不符', answer: '另有两盒已抽样' }]
  expect(sent).toEqual([{ passphrase: 'wrong', answers }, { passphrase: 'right', answers }])
  expect(box()).toBeNull()
})

it('a finding looked at in the paper leaves the answers where they were', async () => {
  const { mounted, router } = await panel(faulty)
  open = mounted
  await mounted.get('header button').trigger('click')
  await flushPromises()
  await type('说明：合计不符', '另有两盒已抽样')
  await router.push('/c1/documents?id=p1&at=2-0-4')
  await flushPromises()
  expect(box()).toBeNull()
  await mounted.get('header button').trigger('click')
  await flushPromises()
  expect(field('说明：合计不符')?.value).toBe('另有两盒已抽样')
})

it('a clean paper is closed without a question, and refused once it is not tried again by itself', async () => {
  const { mounted } = await panel(clean)
  open = mounted
  await mounted.get('header button').trigger('click')
  await flushPromises()
  expect(sent).toHaveLength(1)
  expect(box()?.textContent).toContain('签名口令不正确')
  await submit()
  expect(sent).toHaveLength(2)
  expect(box()).toBeNull()
})

it('what only informs stops nobody and is listed afterwards', async () => {
  const { mounted } = await panel(informing)
  open = mounted
  tries = 1
  await mounted.get('header button').trigger('click')
  expect(box()).toBeNull()
  await flushPromises()
  expect(sent).toEqual([{ answers: [] }])
  expect(box()).toBeNull()
  expect(mounted.get('details').text()).toContain('《电子商务法》的条文没有导入')
})

it('a doubt is looked at and asks for no words', async () => {
  const { mounted } = await panel(doubtful)
  open = mounted
  tries = 1
  await mounted.get('header button').trigger('click')
  await flushPromises()
  expect(sent).toEqual([])
  expect(box()?.textContent).toContain('合计不符')
  await submit()
  expect(sent).toEqual([{ answers: [] }])
  expect(box()).toBeNull()
})
