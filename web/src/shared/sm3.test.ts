import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sm3 } from './sm3'

it('agrees with the examples of GB/T 32905', () => {
  const text = (words: string) => new TextEncoder().encode(words)
  expect(sm3(text('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3(text('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  expect(sm3(text(''))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
})

it('agrees with OpenSSL at every length around a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256)
    expect(sm3(bytes), `${length} bytes`).toBe(createHash('sm3').update(bytes).digest('hex'))
  }
})
