import { expect, it } from 'vitest'
import { nextStep, partySignature, readRecord, stepsOf, writeRecord, type Entry } from './record'

const speech = (speaker: string, words: string, step = '质证'): Entry => ({ kind: 'speech', step, time: '', speaker, words })
const step = (name: string, time = ''): Entry => ({ kind: 'step', step: name, time, speaker: '', words: '' })

it.each([
  ['a step and two speakers', [step('质证', '09:40'), speech('办案人员 周敏', '出示现场笔录。'), speech('当事人（卫国梁）', '没有异议。')]],
  ['several lines, one with a colon', [step('质证'), speech('当事人', '两点意见：\n一：数量不对\n\n二：不是以次充好')]],
  ['a step without a time', [step('最后陈述'), speech('第三人', '无', '最后陈述')]],
  ['words that name nobody', [step('辩论', '10:00'), { kind: 'text', step: '辩论', time: '', speaker: '', words: '休息十分钟' } as Entry]],
  ['nothing', []],
])('what is written is read again: %s', (_why, entries) => {
  expect(readRecord(writeRecord(entries))).toEqual(entries)
})

it('a text typed elsewhere is kept as it stands', () => {
  expect(writeRecord(readRecord('执法人员提出事实\n双方辩论'))).toBe('执法人员提出事实\n双方辩论')
})

const order = ['事实', '陈述', '第三人陈述', '质证', '辩论', '最后陈述']
it.each([
  ['nothing begun', [], false, '事实'],
  ['no third person', ['事实', '陈述'], false, '质证'],
  ['a third person', ['事实', '陈述'], true, '第三人陈述'],
  ['a step is not gone back to', ['事实', '辩论'], true, '最后陈述'],
  ['all begun', order, true, undefined],
] as const)('the next step: %s', (_why, begun, third, next) => expect(nextStep(order, begun, third)).toBe(next))

it('a step begun twice counts once', () => expect(stepsOf([step('质证'), speech('甲', '乙'), step('质证')])).toEqual(['质证']))

it.each([
  ['both signed', ['signed', 'signed'], 'signed'],
  ['one refused', ['signed', 'refused'], 'refused'],
  ['nobody there', ['absent', 'absent'], 'absent'],
  ['the agent signed', ['absent', 'signed'], 'signed'],
] as const)('the signature of the party: %s', (_why, outcomes, result) => {
  const rows = outcomes.map((outcome, index) => ({ who: ['当事人', '代理人'][index] ?? '', outcome }))
  expect(partySignature([...rows, { who: '主持人', outcome: 'signed' }], ['当事人', '代理人'])).toBe(result)
})
