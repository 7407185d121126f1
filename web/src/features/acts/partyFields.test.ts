import { expect, it } from 'vitest'
import { partyFields, partyInput } from './partyFields'

const asked = (kind: string) => partyFields(kind).map((field) => field.name)

it('a person has a card, an organisation a code, an individual business both', () => {
  expect(asked('person')).toContain('id_no')
  expect(asked('person')).not.toContain('code')
  expect(asked('organisation')).toContain('code')
  expect(asked('organisation')).not.toContain('born')
  expect(asked('organisation')).toContain('size')
  expect(asked('person')).not.toContain('size')
  expect(asked('sole_trader')).toEqual(expect.arrayContaining(['code', 'id_no', 'trade_name']))
})

it('what another kind was asked is not sent', () => {
  const typed = { kind: 'organisation', name: ' 丰收公司 ', born: '1980-01-01', code: '91990101MA0000000X', address: '东湖路', phone: '' }
  expect(partyInput(typed)).toEqual({ kind: 'organisation', name: '丰收公司', code: '91990101MA0000000X', details: { address: '东湖路' } })
})
