import { describe, expect, it } from 'vitest'
import type { Field } from '@/api/types'
import { changes } from './versionChanges'

const field = (name: string, label: string): Field => ({ name, label, type: 'text', required: true })
const fields = [field('reason', '理由'), field('days', '天数')]

describe('two versions', () => {
  it.each([
    ['nothing changed', { reason: '甲' }, { reason: '甲' }, []],
    ['a word changed', { reason: '甲', days: '3' }, { reason: '乙', days: '3' }, [{ label: '理由', before: '甲', after: '乙' }]],
    ['a field came', { reason: '甲' }, { reason: '甲', days: '3' }, [{ label: '天数', before: '', after: '3' }]],
    ['a field went', { reason: '甲', days: '3' }, { reason: '甲' }, [{ label: '天数', before: '3', after: '' }]],
  ])('%s', (_why, before, after, expected) => expect(changes(fields, before, after)).toEqual(expected))
})
