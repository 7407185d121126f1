import { computed, ref } from 'vue'
import { defineStore } from 'pinia'
import { catalogue } from '@/api/calls'
import type { ActType, Procedure } from '@/api/types'

/** The procedure as the server describes it: titles, fields, articles. Loaded once. */
export const useProcedure = defineStore('procedure', () => {
  const procedure = ref<Procedure | null>(null)
  let loading: Promise<Procedure> | null = null

  async function load(): Promise<Procedure> {
    loading ??= catalogue.procedure().catch((error: unknown) => {
      loading = null
      throw error
    })
    procedure.value = await loading
    return procedure.value
  }

  const byId = computed(() => new Map(procedure.value?.acts.map((act) => [act.id, act]) ?? []))
  const act = (id: string): ActType | undefined => byId.value.get(id)
  const actTitle = (id: string) => act(id)?.title ?? id
  const roleTitle = (id: string) => procedure.value?.roles[id] ?? id
  const documentTitle = (no: number) => procedure.value?.documents[String(no)]?.title ?? `文书 ${no}`
  const stateTitle = (code: string) => procedure.value?.states[code] ?? code

  return { procedure, load, act, actTitle, roleTitle, documentTitle, stateTitle }
})
