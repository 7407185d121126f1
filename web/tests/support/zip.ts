import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50

export interface ZipEntry {
  name: string
  /** Where its bytes, packed or not, begin in the file, and how many there are. */
  from: number
  packed: number
  bytes: () => Buffer
}

/** What is in a zip without 64-bit sizes: enough for the volume of a test. */
export function entriesOf(zip: Buffer): ZipEntry[] {
  let end = zip.length - 22
  while (end > 0 && zip.readUInt32LE(end) !== END) end -= 1
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0 && zip.readUInt32LE(at) === ENTRY; n -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    entries.push({ name, from, packed, bytes: () => (method === 0 ? zip.subarray(from, from + packed) : inflateRawSync(zip.subarray(from, from + packed))) })
    at += 46 + nameLength + extra + comment
  }
  return entries
}
