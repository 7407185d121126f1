import { ref } from 'vue'
import { foreignPapers as api } from '@/api/calls'
import type { ForeignPaper, Problem, Proofreading } from '@/api/types'
import { m } from '@/shared/messages'
import { problemOf, problemText, useProblem } from '@/shared/problem'

/** The paragraphs of words as they were pasted: one a line, empty lines left out. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')

/** A second paper of one name is told from the first. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name
  for (let n = 2; taken.includes(free); n += 1) free = `${name}（${n}）`
  return free
}

/** Papers of other hands, gathered here and read against each other; nothing is kept on the server. */
export function useForeign() {
  const papers = ref<ForeignPaper[]>([])
  const reading = ref<Proofreading | null>(null)
  const unread = ref<Problem[]>([])
  const { problem, busy, attempt } = useProblem()

  function take(name: string, paragraphs: string[]): void {
    papers.value = [...papers.value, { name: freeName(name, papers.value.map((each) => each.name)), paragraphs }]
    reading.value = null
  }
  function paste(name: string, text: string): void {
    take(name.trim() || m.proofread.pasted(papers.value.length + 1), paragraphsOf(text))
  }
  async function load(files: readonly File[]): Promise<void> {
    busy.value = true
    unread.value = []
    for (const file of files) {
      try {
        take(file.name, (await api.words(file.name, file)).paragraphs)
      } catch (error) {
        const why = problemOf(error)
        unread.value = [...unread.value, { ...why, detail: m.proofread.notRead(file.name, problemText(why)) }]
      }
    }
    busy.value = false
  }
  function drop(index: number): void {
    papers.value = papers.value.filter((_, at) => at !== index)
    reading.value = null
  }
  async function check(): Promise<void> {
    reading.value = (await attempt(() => api.proofread(papers.value))) ?? null
  }
  return { papers, reading, unread, problem, busy, paste, load, drop, check }
}
