/** GB/T 32905 (SM3), for comparing a file with what the server has of it. Works without a secure context. */
const rotated = (x: number, n: number) => (x << n) | (x >>> (32 - n))
const constants = Array.from({ length: 64 }, (_, j) => rotated(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))
const start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
const words = new Int32Array(68)

function expand(view: DataView, at: number): void {
  for (let j = 0; j < 16; j += 1) words[j] = view.getInt32(at + 4 * j)
  for (let j = 16; j < 68; j += 1) {
    const x = words[j - 16]! ^ words[j - 9]! ^ rotated(words[j - 3]!, 15)
    words[j] = x ^ rotated(x, 15) ^ rotated(x, 23) ^ rotated(words[j - 13]!, 7) ^ words[j - 6]!
  }
}

function compress(state: Int32Array, view: DataView, at: number): void {
  expand(view, at)
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!, e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!
  for (let j = 0; j < 64; j += 1) {
    const a12 = rotated(a, 12)
    const first = rotated((a12 + e + constants[j]!) | 0, 7)
    const isEarly = j < 16
    const left = ((isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (first ^ a12) + (words[j]! ^ words[j + 4]!)) | 0
    const right = ((isEarly ? e ^ f ^ g : (e & f) | (~e & g)) + h + first + words[j]!) | 0
    d = c
    c = rotated(b, 9)
    b = a
    a = left
    h = g
    g = rotated(f, 19)
    f = e
    e = right ^ rotated(right, 9) ^ rotated(right, 17)
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i]! ^= value
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const rest = bytes.subarray(bytes.length - (bytes.length % 64))
  const last = new Uint8Array(rest.length < 56 ? 64 : 128)
  last.set(rest)
  last[rest.length] = 0x80
  const view = new DataView(last.buffer)
  view.setUint32(last.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(last.length - 4, (bytes.length * 8) % 2 ** 32)
  return last
}

export function sm3(bytes: Uint8Array): string {
  const state = Int32Array.from(start)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 64 <= bytes.length; at += 64) compress(state, view, at)
  const last = padded(bytes)
  const lastView = new DataView(last.buffer)
  for (let at = 0; at < last.length; at += 64) compress(state, lastView, at)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
