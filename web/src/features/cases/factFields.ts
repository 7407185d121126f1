import type { Field } from '@/api/types'
import { m } from '@/shared/messages'

const types: Record<string, string> = {
  violations: 'list',
  goods_value: 'yuan',
  gains: 'yuan',
  goods: 'items',
  penalty: 'penalty',
  harm: 'bool',
  life_health_or_finance: 'bool',
}

/** How the facts of a case are labelled. */
export const factFields: Field[] = Object.entries(m.casePage.factLabels).map(([name, label]) => ({
  name,
  label,
  type: types[name] ?? 'text',
  required: false,
}))
