import type { ForeignUploadLeft } from '@/api/types'
import { sm3 } from '@/shared/sm3'

/** Whether every piece the server has is a piece of this file: by size first, then by SM3. */
export async function isSameFile(file: File, upload: ForeignUploadLeft, looked: (percent: number) => void = () => undefined): Promise<boolean> {
  if (file.size !== upload.size) return false
  for (const [i, k] of upload.received.entries()) {
    const piece = file.slice(k * upload.chunk_size, (k + 1) * upload.chunk_size)
    if (sm3(new Uint8Array(await piece.arrayBuffer())) !== upload.digests[i]) return false
    looked(Math.floor(((i + 1) / upload.received.length) * 100))
  }
  return true
}

/** The upload this file goes on with; an empty one has nothing to go on with. */
export async function uploadOf(file: File, uploads: ForeignUploadLeft[], looked: (percent: number) => void): Promise<ForeignUploadLeft | undefined> {
  for (const upload of uploads) if (upload.received.length > 0 && (await isSameFile(file, upload, looked))) return upload
  return undefined
}
