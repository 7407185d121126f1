import { toRaw } from 'vue'
import type { ForeignUploadLeft } from '@/api/types'
import { m } from '@/shared/messages'
import { isSameFile, type Asked, type Compared } from './sameFile'

/** A thread of its own: the digests of a gibibyte take a minute, and the page stays alive meanwhile. */
function elsewhere(asked: Asked, looked: (percent: number) => void): Promise<boolean> {
  const worker = new Worker(new URL('./sameFile.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<boolean>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Compared>) => {
      if (data.looked !== undefined) looked(data.looked)
      if (data.same !== undefined) resolve(data.same)
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(asked)
  })
  return answer.finally(() => worker.terminate())
}

/** Whether the file chosen is the one an upload was begun with; a file that cannot be read is an error. */
export async function compare(file: File, upload: ForeignUploadLeft, looked: (percent: number) => void): Promise<boolean> {
  if (file.size !== upload.size) return false
  try {
    const asked = { file, upload: structuredClone(toRaw(upload)) }
    return await (typeof Worker === 'undefined' ? isSameFile(file, asked.upload, looked) : elsewhere(asked, looked))
  } catch {
    throw new Error(m.foreignVolume.unreadable(file.name))
  }
}

/** The upload this file goes on with; an empty one has nothing to go on with. */
export async function uploadOf(file: File, uploads: ForeignUploadLeft[], looked: (percent: number) => void): Promise<ForeignUploadLeft | undefined> {
  for (const upload of uploads) if (upload.received.length > 0 && (await compare(file, upload, looked))) return upload
  return undefined
}
