import { ref } from 'vue'
import { foreignVolumes as api } from '@/api/calls'
import type { ForeignVolume, Problem, VolumeFault } from '@/api/types'
import { problemOf } from '@/shared/problem'

/** Sends a volume piece by piece and has it checked whole; what is wrong with it comes back by name. */
export function useLoading(loaded: (volume: ForeignVolume) => void) {
  const state = ref<'idle' | 'sending' | 'checking'>('idle')
  const percent = ref(0)
  const problem = ref<Problem | null>(null)
  const faults = ref<VolumeFault[]>([])

  async function send(file: File): Promise<string> {
    const upload = await api.begin({ name: file.name, size: file.size })
    const count = Math.ceil(file.size / upload.chunk_size)
    for (let k = 0; k < count; k += 1) {
      await api.chunk(upload.id, k, file.slice(k * upload.chunk_size, (k + 1) * upload.chunk_size))
      percent.value = Math.floor(((k + 1) / count) * 100)
    }
    return upload.id
  }

  async function load(file: File, key: string): Promise<void> {
    problem.value = null
    faults.value = []
    percent.value = 0
    state.value = 'sending'
    try {
      const id = await send(file)
      state.value = 'checking'
      loaded(await api.complete(id, key.trim()))
    } catch (error) {
      problem.value = problemOf(error)
      faults.value = problem.value.faults ?? []
    } finally {
      state.value = 'idle'
    }
  }

  return { state, percent, problem, faults, load }
}
