import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { answerWith } from '@tests/support/answers'
import type { ActBody } from '@/api/types'
import { provideForm, type FormContext } from '../formContext'
import PhrasePicker from './PhrasePicker.vue'

const body = (fine: string): ActBody => ({ act: 'decide', by: ['zhou-min'], data: { fine } })
const phrase = { id: 'f1', title: '事实的结尾', of_agency: true, field: 'paper.facts', text: '没有异议。', open: [] }

/** A field of a form, whose list of phrases comes when it is let go. */
function opened() {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((done) => (letGo = done))
  const fetched = answerWith({ 'POST /api/cases/c/phrases': { json: [phrase] } })
  const answer = fetched.getMockImplementation()
  fetched.mockImplementation(async (request: Request) => {
    await held
    return answer!(request)
  })
  const context = ref<FormContext>({ no: 'c', act: 'decide', colleagues: [], references: {}, evidence: [], body: body('1') })
  const written = ref('经查。')
  const Host = defineComponent({
    setup() {
      provideForm(context, ref(null))
      return () => h(PhrasePicker, { path: 'paper.facts', modelValue: written.value, 'onUpdate:modelValue': (now: string) => (written.value = now) })
    },
  })
  const page = mount(Host, { attachTo: document.body, global: { stubs: { RouterLink: true } } })
  const dialog = () => document.querySelector('dialog')
  const type = (key: string) => dialog()?.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }))
  return { page, context, written, letGo, dialog, type }
}

describe('PhrasePicker', () => {
  it('what the case drafts meanwhile takes no list away', async () => {
    const { page, context, letGo, dialog } = opened()
    await page.get('button').trigger('click')
    context.value = { ...context.value, body: body('2') }
    await flushPromises()
    letGo()
    await flushPromises()
    expect(dialog()?.textContent).toContain('事实的结尾')
    context.value = { ...context.value, body: body('3') }
    await flushPromises()
    expect(dialog()?.textContent).toContain('事实的结尾')
    page.unmount()
  })

  it('whoever types before the list has come has its first', async () => {
    const { page, written, letGo, dialog, type } = opened()
    await page.get('button').trigger('click')
    expect(document.activeElement).toBe(dialog()?.querySelector('input'))
    type('Enter')
    await flushPromises()
    expect(written.value).toBe('经查。')
    letGo()
    await flushPromises()
    expect(written.value).toBe('经查。没有异议。')
    expect(dialog()).toBeNull()
    page.unmount()
  })

  it('whoever closed it before the list came has nothing put in', async () => {
    const { page, written, letGo, dialog, type } = opened()
    await page.get('button').trigger('click')
    type('Enter')
    dialog()?.dispatchEvent(new Event('cancel'))
    letGo()
    await flushPromises()
    expect(written.value).toBe('经查。')
    page.unmount()
  })
})
