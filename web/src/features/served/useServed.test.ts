import { afterEach, expect, it, vi } from 'vitest'
import { answerWith } from '@tests/support/answers'
import { linkIn, useServed } from './useServed'

const link = '0123456789abcdef0123456789abcdef'
const look = {
  state: 'sent', agency: '临江市城东区市场监督管理局', phone: '0999-12315001', was_opened: false, code_to_phone: true,
  tries_left: 5, codes_left: 4, expires_at: '2026-12-07T09:00:00+08:00',
}

afterEach(() => vi.unstubAllGlobals())

it('only what was made is a link', () => {
  expect(linkIn(`#${link}`)).toBe(link)
  for (const hash of ['', '#', `#${link}0`, `#${link.toUpperCase()}`, '#../../etc', `${link}`]) expect(linkIn(hash)).toBe('')
})

it('a wrong code is said, the tries left are read again, and the link stands in no address', async () => {
  let tries = 5
  const fetched = answerWith({
    'POST /api/served': () => ({ json: { ...look, tries_left: tries } }),
    'POST /api/served/open': () => {
      tries -= 1
      return { status: 403, json: { title: '不允许', detail: '验证码不正确，还可以输入4次', status: 403, code: 'code_wrong' } }
    },
  })
  const page = useServed(link)
  await page.load()
  page.code.value = '000000'
  await page.open()
  expect(page.problem.value?.detail).toContain('4次')
  expect(page.look.value?.tries_left).toBe(4)
  expect(page.code.value).toBe('')
  expect(page.paper.value).toBeNull()
  for (const [request] of fetched.mock.calls) expect(request.url).not.toContain(link)
})

it('five full-width digits are no code', () => {
  const page = useServed(link)
  for (const text of ['１２３４５６', '12345', '1234567', 'abcdef', '']) {
    page.code.value = text
    expect(page.isCode.value).toBe(false)
  }
  page.code.value = '012345'
  expect(page.isCode.value).toBe(true)
})
