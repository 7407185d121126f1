import type { ForeignUploadLeft } from '@/api/types'
import { sm3 } from '@/shared/sm3'

export interface Asked {
  file: File
  upload: ForeignUploadLeft
}
/** How far it is, then what was found. */
export interface Compared {
  looked?: number
  same?: boolean
}

/** Whether every piece the server has is a piece of this file: by size first, then by SM3. */
export async function isSameFile(file: File, upload: ForeignUploadLeft, looked: (percent: number) => void): Promise<boolean> {
  if (file.size !== upload.size) return false
  for (const [i, k] of upload.received.entries()) {
    const piece = file.slice(k * upload.chunk_size, (k + 1) * upload.chunk_size)
    if (sm3(new Uint8Array(await piece.arrayBuffer())) !== upload.digests[i]) return false
    looked(Math.floor(((i + 1) / upload.received.length) * 100))
  }
  return true
}
