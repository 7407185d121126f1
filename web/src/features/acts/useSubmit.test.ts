import { expect, it } from 'vitest'
import { answerWith } from '@tests/support/answers'
import { useSubmit } from './useSubmit'

const body = { act: 'note', by: ['zhou'], data: { text: 'a' } }

it('a repeat of the same record carries the same key and version, a changed one another key', async () => {
  const keys: (string | null)[] = []
  let failing = true
  answerWith({
    'POST /api/cases/c1/acts': (request) => {
      keys.push(request.headers.get('Idempotency-Key'))
      expect(request.headers.get('If-Match')).toBe('"7"')
      return failing ? { status: 503 } : { status: 201, json: { recorded: true, n: 8, version: 8, documents: [] } }
    },
  })
  const submit = useSubmit(() => 'c1')
  expect(await submit.record(body, 7)).toBe(false)
  failing = false
  expect(await submit.record(body, 7)).toBe(true)
  await submit.record({ ...body, data: { text: 'b' } }, 7)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[0])
})

it('a check that finds bad input keeps its problem', async () => {
  answerWith({ 'POST /api/cases/c1/acts/check': { status: 400, json: { title: '填写有误', status: 400, field: 'data.text' } } })
  const submit = useSubmit(() => 'c1')
  expect(await submit.ask(body)).toBe(false)
  expect(submit.problem.value?.field).toBe('data.text')
})
