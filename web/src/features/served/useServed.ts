import { computed, ref } from 'vue'
import { served, type ServedLook, type ServedPaper } from '@/api/service'
import { useProblem } from '@/shared/problem'

/** A link as it was made; what stands behind # in the address. */
export const linkIn = (hash: string): string => /^#([0-9a-f]{32})$/.exec(hash)?.[1] ?? ''

/** The recipient's way from his link to the paper. */
export function useServed(link: string) {
  const look = ref<ServedLook | null>(null)
  const paper = ref<ServedPaper | null>(null)
  const pdf = ref<Blob | null>(null)
  const code = ref('')
  const sentAnother = ref(false)
  const { problem, busy, attempt } = useProblem()
  const isCode = computed(() => /^\d{6}$/.test(code.value))

  async function load(): Promise<void> {
    if (link === '') return
    look.value = (await attempt(() => served.look(link))) ?? look.value
  }

  async function open(): Promise<void> {
    sentAnother.value = false
    const opened = await attempt(() => served.open(link, code.value))
    code.value = ''
    if (!opened) {
      const refused = problem.value
      await load()
      problem.value = refused
      return
    }
    paper.value = opened
    pdf.value = (await attempt(() => served.paper(link, opened.key))) ?? null
  }

  async function another(): Promise<void> {
    const sent = await attempt(async () => {
      await served.anotherCode(link)
      return true
    })
    if (sent) {
      sentAnother.value = true
      await load()
    }
  }

  return { look, paper, pdf, code, isCode, sentAnother, problem, busy, load, open, another }
}
