import { nextTick, reactive } from 'vue'
import { describe, expect, it } from 'vitest'
import type { CaseView } from '@/api/types'
import type { FormState } from './formValues'
import { usePartySlip } from './partySlip'

const view = {
  parties: [
    { id: 'p1', kind: 'organisation', name: '丰垄肥业', code: '91990101MA0F8L2K8Q' },
    { id: 'p2', kind: 'person', name: '沙小川', id_no: '990101197903124018' },
  ],
} as unknown as CaseView
const form = (): FormState => reactive({ data: {}, paper: {}, at: '', by: [], party: '' })

describe('usePartySlip', () => {
  it('what is recorded stands in both boxes, and the one that is mended stays', async () => {
    const state = form()
    usePartySlip(() => 'correct_party', () => view, state)
    state.data = { ...state.data, field: 'name' }
    await nextTick()
    expect(state.data).toMatchObject({ from: '丰垄肥业', to: '丰垄肥业' })
    state.data = { ...state.data, to: '丰陇肥业' }
    await nextTick()
    state.data = { ...state.data, field: 'code' }
    await nextTick()
    expect(state.data).toMatchObject({ from: '91990101MA0F8L2K8Q', to: '丰陇肥业' })
  })

  it('of several it is the one that is named', async () => {
    const state = form()
    usePartySlip(() => 'correct_party', () => view, state)
    state.party = 'p2'
    state.data = { field: 'id_no' }
    await nextTick()
    expect(state.data).toMatchObject({ from: '990101197903124018', to: '990101197903124018' })
  })

  it('other acts are left alone', async () => {
    const state = form()
    usePartySlip(() => 'correct', () => view, state)
    state.data = { field: 'name' }
    await nextTick()
    expect(state.data).toEqual({ field: 'name' })
  })
})
