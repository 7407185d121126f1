// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { ActType, Field, Procedure } from '../src/api/types'
import FormBody from '../src/features/acts/FormBody.vue'
import { isAsked } from '../src/features/acts/asked'
import { idOf, provideForm, type FormContext } from '../src/features/acts/formContext'
import { knownType } from '../src/features/acts/fields/widgetOf'
import { answerWith } from './support/answers'

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const select = { template: '<input />' }
let procedure: Procedure
const chinese = /[\u4e00-\u9fff]/
/** Names of algorithms are the same in every language. */
const foreign = new Set(['SM3', 'SHA-256'])

async function signedInProcedure(url: string): Promise<Procedure> {
  const body = JSON.stringify({ account: 'zhoumin', password: 'Zhiheng-2026' })
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  const cookie = session.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  return (await (await fetch(`${url}/api/procedure`, { headers: { Cookie: cookie } })).json()) as Procedure
}

const stories = join(import.meta.dirname, '..', '..', 'tests', 'scenario')
const storiesIn = (folder: string): { title: string; acts: { act: string; data: object; paper?: object }[] }[] =>
  readdirSync(join(stories, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(stories, folder, name), 'utf8')) as ReturnType<typeof storiesIn>[number])

/** Numbers of lists and forms come from the register; nobody types them. */
const given = new Set(['list_no', 'form_no'])
const members = (field: Field): Field[] => [field, ...(field.fields ?? []).flatMap(members)]
const everyField = (act: ActType) => [...act.fields, ...act.paper].flatMap(members)

/** Whether some answer to the field it depends on makes the field show. */
function canBeAsked(field: Field, fields: Field[]): boolean {
  if (!field.when) return true
  const { field: name, values } = field.when
  const other = fields.find((each) => each.name === name)
  const value = other?.type === 'bool' ? values[0] === 'true' : values[0]
  return isAsked(field, values.length === 0 ? {} : { [name]: value })
}

/** Everything at once, whatever it depends on. */
function shown(act: ActType) {
  const context = ref<FormContext>({ no: 'c', act: act.id, colleagues: [], references: {}, evidence: [] })
  const fields = act.fields.map(({ when: _when, ...field }) => field)
  const Host = defineComponent({
    setup() {
      provideForm(context, ref(null))
      return () => h(FormBody, { fields, base: 'data', modelValue: {} })
    },
  })
  return mount(Host, { global: { stubs: { RouterLink: true, ElSelect: select, ElDatePicker: true }, config: { warnHandler: () => undefined } } })
}

/** A field has a label in words and something to answer with; what stands in the penalty is not asked twice. */
function faults(act: ActType): string[] {
  const page = shown(act)
  const found = act.fields.flatMap((field) => {
    const place = `${act.id}.${field.name}`
    if (!canBeAsked(field, act.fields)) return [`${place}: never asked`]
    if (field.name === 'statute' && act.fields.some((other) => other.type === 'penalty')) return []
    const label = page.find(`#${idOf(`data.${field.name}`)}-label`)
    if (!label.exists() || !label.text().startsWith(field.label)) return [`${place}: no label`]
    const answers = label.element.parentElement?.querySelector('input, textarea, select, button, el-date-picker-stub, .none')
    return answers ? [] : [`${place}: nothing to fill in`]
  })
  page.unmount()
  return found
}

describe('the form of every act', () => {
  beforeAll(async () => {
    vi.stubGlobal('ResizeObserver', NoResize)
    procedure = await signedInProcedure(inject('serverUrl'))
    answerWith({ 'GET /api/violations': { json: [] }, 'GET /api/people': { json: [] }, 'GET /api/procedure': { json: procedure } })
    setActivePinia(createPinia())
  })

  it('there is one for each of the acts of the procedure', () => {
    expect(procedure.acts.length).toBeGreaterThanOrEqual(129)
    expect(new Set(procedure.acts.map((act) => act.id)).size).toBe(procedure.acts.length)
  })

  it('whatever an accepted story says can be typed into the form of its act', () => {
    const told = [...storiesIn(''), ...storiesIn('accepted')].flatMap((story) => story.acts)
    expect(told.length).toBeGreaterThan(500)
    const missing = told.flatMap(({ act, data, paper }) => {
      const type = procedure.acts.find((each) => each.id === act)
      const known = new Set([...(type?.fields ?? []).map((field) => field.name), ...(type?.paper ?? []).map((field) => `paper.${field.name}`)])
      return [...Object.keys(data), ...Object.keys(paper ?? {}).map((name) => `paper.${name}`)].filter((name) => !known.has(name) && !given.has(name)).map((name) => `${act}.${name}`)
    })
    expect([...new Set(missing)]).toEqual([])
  })

  it('every act says its article and its name in Chinese', () => {
    expect(procedure.acts.filter((act) => !chinese.test(act.title) || !chinese.test(act.basis)).map((act) => act.id)).toEqual([])
  })

  it('every field has a label in Chinese, without a unit left out for money', () => {
    const wrong = procedure.acts.flatMap((act) =>
      everyField(act)
        .filter((field) => !chinese.test(field.label) || (field.type === 'yuan' && !field.label.includes('（元）')))
        .map((field) => `${act.id}.${field.name} ${field.label}`),
    )
    expect(wrong).toEqual([])
  })

  it('every kind of field has a widget of its own', () => {
    const unknown = procedure.acts.flatMap((act) => everyField(act).filter((field) => !knownType(field)).map((field) => `${act.id}.${field.name} ${field.type} ${field.of ?? ''}`))
    expect(unknown).toEqual([])
  })

  it('every choice has a label in Chinese', () => {
    const wrong = procedure.acts.flatMap((act) =>
      everyField(act).flatMap((field) =>
        (field.choices ?? []).filter((each) => !chinese.test(each.label) && !foreign.has(each.label)).map((each) => `${act.id}.${field.name} ${each.value}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  /** What stands open when the form opens; the sums of a penalty are asked for with its kinds. */
  const opening = (fields: Field[]): number =>
    fields
      .filter((field) => !field.when && !field.folded)
      .reduce((sum, field) => sum + (field.type === 'penalty' ? 4 : field.type === 'object' && field.required ? opening(field.fields ?? []) : 1), 0)

  it('no form opens longer than the longest of today', () => {
    expect(procedure.acts.filter((act) => opening(act.fields) > 22).map((act) => `${act.id}: ${opening(act.fields)}`)).toEqual([])
  })

  it('every field can be seen and answered, once what it depends on is chosen', () => {
    expect(procedure.acts.flatMap(faults)).toEqual([])
  })
})
