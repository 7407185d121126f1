import { reactive } from 'vue'
import { evidence as api } from '@/api/calls'
import type { Evidence, Upload } from '@/api/types'
import { problemOf, problemText } from '@/shared/problem'

export type UploadStatus = 'waiting' | 'uploading' | 'interrupted' | 'failed' | 'done'

export interface UploadItem {
  key: number
  file: File
  uploadId: string | null
  status: UploadStatus
  percent: number
  message: string
}

const LIMIT = 2 * 1024 ** 3
const memory = (no: string, file: File) => `upload:${no}:${file.name}:${file.size}:${file.lastModified}`

/** Chunked uploads that go on where they stopped, also after the page was closed. */
export function useUpload(no: () => string, texts: { tooLarge: string; empty: string }, received: (added: Evidence) => void) {
  const items = reactive<UploadItem[]>([])
  let counter = 0
  let running = Promise.resolve()

  function add(files: Iterable<File>): void {
    for (const file of files) {
      counter += 1
      const refused = file.size > LIMIT ? texts.tooLarge : file.size === 0 ? texts.empty : ''
      items.push({ key: counter, file, uploadId: null, status: refused ? 'failed' : 'waiting', percent: 0, message: refused })
      const item = items[items.length - 1]
      if (item && !refused) resume(item)
    }
  }

  /** One file at a time: chunks of one file in order, so a slow line is not shared. */
  function resume(item: UploadItem): void {
    item.status = 'waiting'
    item.message = ''
    running = running.then(() => send(item))
  }

  function remove(item: UploadItem): void {
    items.splice(items.indexOf(item), 1)
  }

  async function send(item: UploadItem): Promise<void> {
    item.status = 'uploading'
    try {
      const upload = await begin(item)
      await sendChunks(item, upload)
      const { evidence } = await api.complete(upload.id)
      localStorage.removeItem(memory(no(), item.file))
      item.status = 'done'
      item.percent = 100
      received(evidence)
    } catch (error) {
      const problem = problemOf(error)
      const lasting = problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 408
      item.status = lasting ? 'failed' : 'interrupted'
      item.message = problemText(problem)
    }
  }

  async function begin(item: UploadItem): Promise<Upload> {
    const known = item.uploadId ?? localStorage.getItem(memory(no(), item.file))
    if (known) {
      try {
        return remember(item, await api.state(known))
      } catch (error) {
        if (problemOf(error).status !== 404) throw error
      }
    }
    return remember(item, await api.begin(no(), { name: item.file.name, size: item.file.size }))
  }

  function remember(item: UploadItem, upload: Upload): Upload {
    item.uploadId = upload.id
    localStorage.setItem(memory(no(), item.file), upload.id)
    return upload
  }

  async function sendChunks(item: UploadItem, upload: Upload): Promise<void> {
    const count = Math.ceil(item.file.size / upload.chunk_size)
    const there = new Set(upload.received)
    for (let k = 0; k < count; k += 1) {
      if (!there.has(k)) {
        await api.chunk(upload.id, k, item.file.slice(k * upload.chunk_size, (k + 1) * upload.chunk_size))
        there.add(k)
      }
      item.percent = Math.floor((there.size / count) * 100)
    }
  }

  return { items, add, resume, remove }
}
