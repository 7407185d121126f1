import { mount } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, type Ref } from 'vue'
import { answerWith } from '@tests/support/answers'
import type { Data, Evidence, Field, Problem } from '@/api/types'
import FormBody from '../FormBody.vue'
import { focusField, provideForm, referencesFor, type FormContext } from '../formContext'

const evidence = [{ id: 'ev1', no: '990101-ZJ0001', name: '照片.jpg' }] as Evidence[]
const field = (name: string, type: string, more: Partial<Field> & { of?: string } = {}): Field => ({
  name, type, label: name, required: false, ...more,
})

function form(fields: Field[], start: Data = {}, problem: Ref<Problem | null> = ref(null)) {
  const data = ref<Data>(start)
  const context = ref<FormContext>({ no: 'c1', act: 'x', colleagues: [], references: {}, evidence })
  const Host = defineComponent({
    setup() {
      provideForm(context, problem)
      return () => h(FormBody, { fields, base: 'data', modelValue: data.value, 'onUpdate:modelValue': (now: Data) => (data.value = now) })
    },
  })
  const page = mount(Host, { attachTo: document.body, global: { stubs: { RouterLink: true } } })
  return { page, data }
}

beforeEach(() => {
  answerWith({ 'GET /api/violations': { json: [] }, 'GET /api/people': { json: [] } })
})

it('a label leads to its box', async () => {
  const { page, data } = form([field('cause', 'text', { required: true })])
  await nextTick()
  const label = page.get('label')
  const input = page.get(`#${label.attributes('for')}`)
  await input.setValue('涉嫌生产')
  expect(data.value).toEqual({ cause: '涉嫌生产' })
})

it('an amount is checked in form only, and shown with separators', async () => {
  const { page, data } = form([field('fine', 'yuan')])
  await page.get('input').setValue('1,16.7')
  expect(page.text()).toContain('最多两位小数')
  expect(page.get('input').attributes('aria-invalid')).toBe('true')
  await page.get('input').setValue('86000')
  expect(page.text()).toContain('86,000.00')
  expect(data.value.fine).toBe('86000')
})

it('a whole number goes out as a number', async () => {
  const { page, data } = form([field('days', 'int')])
  await page.get('input').setValue('30')
  expect(data.value.days).toBe(30)
})

it('yes and no are both answers', async () => {
  const { page, data } = form([field('harm', 'bool')])
  const [yes, no] = page.findAll('input[type=radio]')
  await no?.setValue(true)
  expect(data.value.harm).toBe(false)
  await yes?.setValue(true)
  expect(data.value.harm).toBe(true)
})

it('several choices keep the order of the law', async () => {
  const choices = [{ value: 'warning', label: '警告' }, { value: 'fine', label: '罚款' }]
  const { page, data } = form([field('kinds', 'list', { choices })])
  const [warning, fine] = page.findAll('input[type=checkbox]')
  await fine?.setValue(true)
  await warning?.setValue(true)
  expect(data.value.kinds).toEqual(['warning', 'fine'])
})

it('evidence of the case is picked by id', async () => {
  const { page, data } = form([field('media', 'list', { of: 'media' })])
  expect(page.text()).toContain('ZJ0001 照片.jpg')
  await page.get('input[type=checkbox]').setValue(true)
  expect(data.value.media).toEqual(['ev1'])
})

it('goods: rows come numbered, are added and removed', async () => {
  const { page, data } = form([field('items', 'items')])
  await page.get('[aria-label="名称 第 1 行"]').setValue('核桃乳')
  await page.findAll('button').find((each) => each.text() === '增加一行')?.trigger('click')
  await page.get('[aria-label="名称 第 2 行"]').setValue('打码机')
  expect(data.value.items).toEqual([{ no: '1', name: '核桃乳' }, { no: '2', name: '打码机' }])
  await page.get('[aria-label="删除 第 1 行"]').trigger('click')
  expect(data.value.items).toEqual([{ no: '2', name: '打码机' }])
})

it('a penalty asks for the sum of the kind that was chosen', async () => {
  const { page, data } = form([field('penalty', 'penalty')])
  expect(page.find('#field-data-penalty-fine').exists()).toBe(false)
  await page.get('input[type=checkbox][value=fine]').setValue(true)
  await page.get('#field-data-penalty-fine').setValue('86000')
  expect(data.value.penalty).toMatchObject({ kinds: ['fine'], fine: '86000' })
})

it('an object holds its members', async () => {
  const { page, data } = form([field('conditions', 'object', { required: true, fields: [field('ours', 'bool'), field('in_time', 'bool')] })])
  await page.findAll('input[type=radio]')[0]?.setValue(true)
  expect(data.value).toEqual({ conditions: { ours: true } })
})

it('what is seldom needed is folded until asked for, and leaves nothing behind when folded again', async () => {
  const { page, data } = form([field('foreign', 'object', { fields: [field('translation', 'bool')] })])
  expect(page.find('input').exists()).toBe(false)
  await page.get('#field-data-foreign-open').trigger('click')
  await page.findAll('input[type=radio]')[0]?.setValue(true)
  expect(data.value).toEqual({ foreign: { translation: true } })
  await page.findAll('button').find((each) => each.text() === '不填写')?.trigger('click')
  expect(data.value.foreign).toBeUndefined()
})

it('a field is asked for when the one beside it says so', async () => {
  const when = { field: 'method', values: ['post'] }
  const { page, data } = form([
    field('method', 'choice', { choices: [{ value: 'direct', label: '直接送达' }, { value: 'post', label: '邮寄送达' }] }),
    field('slip_on', 'text', { label: '回执之日', when }),
  ])
  expect(page.text()).not.toContain('回执之日')
  await page.get('input[value=post]').setValue(true)
  expect(page.text()).toContain('回执之日')
  expect(data.value).toEqual({ method: 'post' })
})

it('the error of the server lands on its field, and the cursor goes there', async () => {
  const problem = ref<Problem | null>(null)
  const { page } = form([field('cause', 'text'), field('items', 'items')], {}, problem)
  problem.value = { title: '填写有误', detail: '数量应当大于零', status: 400, field: 'data.items[0].quantity' }
  await nextTick()
  expect(page.get('[role=alert]').text()).toBe('数量应当大于零')
  expect(page.get('#field-data-items-0-quantity').attributes('aria-invalid')).toBe('true')
  expect(focusField('data.items.0.quantity')).toBe(true)
  expect(document.activeElement?.id).toBe('field-data-items-0-quantity')
  expect(focusField('data.cause.deeper')).toBe(true)
  expect(document.activeElement?.id).toBe('field-data-cause')
  expect(focusField('elsewhere')).toBe(false)
})

it('references are found under the path of their field, rows included', () => {
  const reference = { n: 3, act: 'seize', title: '查封', at: '', summary: '' }
  expect(referencesFor({ of: [reference] }, 'data.of')).toEqual([reference])
  expect(referencesFor({ 'deducted.proof': [reference] }, 'data.deducted.0.proof')).toEqual([reference])
  expect(referencesFor({}, 'data.of')).toEqual([])
})
