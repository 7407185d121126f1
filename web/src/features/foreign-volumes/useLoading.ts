import { ref } from 'vue'
import { foreignVolumes as api } from '@/api/calls'
import type { ForeignUpload, ForeignVolume, Problem, VolumeFault } from '@/api/types'
import { problemOf } from '@/shared/problem'
import { uploadOf } from './compare'

const nameOf = (file: File) => `${file.name}:${file.size}:${file.lastModified}`
/** A broken line, a session that has run out or a mistyped key says nothing against the pieces sent. */
const isPassing = ({ status, field }: Problem) => status < 400 || status >= 500 || [401, 408, 429].includes(status) || field === 'key'

/**
 * Sends a volume piece by piece and has it checked whole; what is wrong with it comes back by name. A try that broke
 * off goes on where it stopped, also another day: the pieces the server has are compared with the file chosen anew.
 */
export function useLoading(loaded: (volume: ForeignVolume) => void) {
  const state = ref<'idle' | 'comparing' | 'sending' | 'checking'>('idle')
  const percent = ref(0)
  const problem = ref<Problem | null>(null)
  const faults = ref<VolumeFault[]>([])

  /** The upload a failed try has left, and the pieces of it that are there. */
  let left: { file: string; upload: ForeignUpload; there: Set<number> } | null = null

  async function begin(file: File): Promise<ForeignUpload> {
    state.value = 'comparing'
    const known = await uploadOf(file, await api.left(), (done) => (percent.value = done))
    percent.value = 0
    return known ?? api.begin({ name: file.name, size: file.size })
  }

  async function send(file: File): Promise<string> {
    if (left?.file !== nameOf(file)) {
      const upload = await begin(file)
      left = { file: nameOf(file), upload, there: new Set(upload.received) }
    }
    state.value = 'sending'
    const { upload, there } = left
    const count = Math.ceil(file.size / upload.chunk_size)
    for (let k = 0; k < count; k += 1) {
      if (!there.has(k)) await api.chunk(upload.id, k, file.slice(k * upload.chunk_size, (k + 1) * upload.chunk_size))
      there.add(k)
      percent.value = Math.floor((there.size / count) * 100)
    }
    return upload.id
  }

  async function through(file: File, key: string): Promise<ForeignVolume> {
    const id = await send(file)
    state.value = 'checking'
    return api.complete(id, key.trim())
  }

  /** An upload the server has cleared away meanwhile is begun anew. */
  async function whole(file: File, key: string): Promise<ForeignVolume> {
    const isContinued = left?.file === nameOf(file)
    try {
      return await through(file, key)
    } catch (error) {
      if (!isContinued || problemOf(error).status !== 404) throw error
      left = null
      return through(file, key)
    }
  }

  async function load(file: File, key: string): Promise<void> {
    problem.value = null
    faults.value = []
    percent.value = 0
    try {
      const volume = await whole(file, key)
      left = null
      loaded(volume)
    } catch (error) {
      problem.value = problemOf(error)
      if (!isPassing(problem.value)) left = null
      faults.value = problem.value.faults ?? []
    } finally {
      state.value = 'idle'
    }
  }

  return { state, percent, problem, faults, load }
}
