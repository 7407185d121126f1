import type { Locator, Page } from 'playwright-core'
import type { Field } from '../../src/api/types'
import { widgetOf } from '../../src/features/acts/fields/widgetOf'
import { penaltyFields, rowFields } from '../../src/shared/values/describe'

type Data = Record<string, unknown>
const id = (path: string) => '#field-' + path.replaceAll('.', '-').replace(/[^\w-]/g, (each) => '\\' + each)

/** Names for what a person sees instead of an id. */
export interface Names {
  violation: (id: string) => string
  person: (id: string) => string
  evidence: (id: string) => string
}

async function choose(page: Page, box: Locator, label: string | RegExp): Promise<void> {
  await box.click()
  const option = page.locator('.el-select-dropdown__item:visible').filter({ hasText: label }).first()
  await option.click()
  await page.keyboard.press('Escape')
}

async function chooseMany(page: Page, group: Locator, labels: string[]): Promise<void> {
  const box = group.locator('.el-select__wrapper')
  while ((await group.locator('.el-tag__close').count()) > 0) await group.locator('.el-tag__close').first().click()
  if (labels.length === 0) return
  await box.click()
  for (const label of labels) {
    const option = page.locator('.el-select-dropdown__item:visible').filter({ hasText: label }).first()
    // A second click takes the choice back: what is already chosen is left alone.
    if (!(await option.getAttribute('class'))?.includes('is-selected')) await option.click()
    await page.locator('.el-select-dropdown__item.is-selected:visible').filter({ hasText: label }).first().waitFor()
  }
  await page.keyboard.press('Escape')
}

const local = (instant: string) => instant.slice(0, 16).replace('T', ' ')

export async function typeDate(page: Page, path: string, value: string): Promise<void> {
  const input = page.locator(id(path))
  await input.fill(value.length > 10 ? local(value) : value)
  await input.press('Enter')
  await input.press('Escape')
}

/** Fills one field as a person would, by clicking and typing into its widget. */
export async function fillField(page: Page, field: Field, path: string, value: unknown, names: Names): Promise<void> {
  const at = page.locator(id(path))
  const closed = page.locator(`details:not([open]):has(${id(path)}), details:not([open]):has([name="${id(path).slice(1)}"])`)
  if (await closed.count()) await closed.locator('> summary').first().click()
  const label = (wanted: unknown) => field.choices?.find((choice) => choice.value === String(wanted))?.label ?? String(wanted)
  switch (widgetOf(field)) {
    case 'object':
      if (await page.locator(`${id(path)}-open`).count()) await page.locator(`${id(path)}-open`).click()
      return fillAll(page, field.fields ?? [], path, value as Data, names)
    case 'penalty':
      return fillAll(page, penaltyFields(field), path, value as Data, names)
    case 'date':
    case 'instant':
      return typeDate(page, path, String(value))
    case 'bool':
      return page.locator(`[name="${id(path).slice(1)}"]`).nth(value === true ? 0 : 1).check()
    case 'choice':
      if ((field.choices?.length ?? 0) <= 4) return page.locator(`[name="${id(path).slice(1)}"][value="${String(value)}"]`).check()
      return choose(page, at, new RegExp(`^\\s*${label(value)}\\s*$`))
    case 'choices':
      for (const box of await at.locator('input').all()) await box.setChecked((value as string[]).includes((await box.getAttribute('value')) ?? ''))
      return
    case 'doc':
      return choose(page, at, new RegExp(`^\\s*${String(value)} `))
    case 'act':
      return choose(page, at, new RegExp(`^\\s*${String(value)}\\. `))
    case 'actList':
      return chooseMany(page, at, (value as number[]).map((n) => `${n}. `))
    case 'staff':
      return choose(page, at, names.person(String(value)))
    case 'staffList':
      return chooseMany(page, at, (value as string[]).map(names.person))
    case 'violations':
      return chooseMany(page, at, (value as string[]).map(names.violation))
    case 'media':
      for (const each of value as string[]) await at.getByLabel(names.evidence(each)).check()
      return
    case 'rows':
      return fillRows(page, field, path, value as Data[])
    case 'art':
      return fillRows(page, field, path, [value as Data])
    case 'artList':
      return fillRows(page, field, path, value as Data[])
    case 'textList':
      for (const [index, text] of (value as string[]).entries()) {
        if (index > 0) await at.getByRole('button', { name: '增加一行' }).click()
        await page.locator(id(`${path}.${index}`)).fill(text)
      }
      return
    default:
      return at.fill(String(value))
  }
}

async function fillRows(page: Page, field: Field, path: string, rows: Data[]): Promise<void> {
  const group = page.locator(id(path))
  const present = await group.locator('tbody tr').count()
  for (let index = present; index < rows.length; index += 1) await group.getByRole('button', { name: '增加一行' }).click()
  for (let index = present; index > Math.max(rows.length, 1); index -= 1) await group.getByRole('button', { name: `删除 第 ${index} 行` }).click()
  for (const [index, row] of rows.entries()) {
    for (const member of rowFields(field)) {
      const value = row[member.name]
      if (value === undefined) continue
      const cell = page.locator(id(`${path}.${index}.${member.name}`))
      if ((await cell.evaluate((element) => element.tagName)) === 'SELECT') await cell.selectOption(String(value))
      else await cell.fill(String(value))
    }
  }
}

export async function fillAll(page: Page, fields: Field[], base: string, data: Data, names: Names): Promise<void> {
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    await fillField(page, field, `${base}.${field.name}`, value, names)
  }
}
