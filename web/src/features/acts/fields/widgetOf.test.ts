import { expect, it } from 'vitest'
import type { Field } from '@/api/types'
import { widgetOf } from './widgetOf'

const choices = [{ value: 'a', label: 'A' }]
const fields: Field[] = [{ name: 'x', label: 'x', type: 'text', required: true }]

it.each([
  [{ type: 'text' }, 'text'],
  [{ type: 'longtext' }, 'longtext'],
  [{ type: 'yuan' }, 'yuan'],
  [{ type: 'choice', choices }, 'choice'],
  [{ type: 'list', choices }, 'choices'],
  [{ type: 'list', fields }, 'rows'],
  [{ type: 'list', of: 'staff' }, 'staffList'],
  [{ type: 'list', of: 'act' }, 'actList'],
  [{ type: 'list', of: 'violation' }, 'violations'],
  [{ type: 'list', of: 'media' }, 'media'],
  [{ type: 'list', of: 'text' }, 'textList'],
  [{ type: 'items' }, 'rows'],
  [{ type: 'art', fields }, 'art'],
  [{ type: 'object', fields }, 'object'],
  [{ type: 'penalty', fields }, 'penalty'],
  [{ type: 'answered', fields }, 'object'],
  [{ type: 'any' }, 'text'],
])('%o is filled by %s', (given, widget) => {
  expect(widgetOf({ name: 'f', label: 'f', required: false, ...given } as Field)).toBe(widget)
})
