/** Sentences as a reader sees them: up to a full stop, or to the end of a line. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。\n]*(?:。|\n|$)/g)?.filter((each) => each !== '') ?? []
}

/** The sentence a place in the text stands in. */
export function sentenceAt(text: string, at: number): string {
  let end = 0
  for (const sentence of sentencesOf(text)) {
    end += sentence.length
    if (at < end || end === text.length) return sentence.trim()
  }
  return ''
}

const MARKS = /〔证据[\d、]+〕/g

/** Without what points into the list of evidence: some papers leave it out. */
export const bare = (sentence: string): string => sentence.replace(MARKS, '').trim()

/** Where a sentence as it is printed stands in the text it came from. */
export function placeOf(text: string, printed: string): { begin: number; end: number } | null {
  const wanted = bare(printed)
  if (wanted === '') return null
  let begin = 0
  for (const sentence of sentencesOf(text)) {
    const own = bare(sentence)
    if (own !== '' && (own === wanted || own.includes(wanted) || wanted.includes(own))) {
      const lead = sentence.length - sentence.trimStart().length
      return { begin: begin + lead, end: begin + lead + sentence.trim().length }
    }
    begin += sentence.length
  }
  return null
}

/** Numbers of the evidence a text cites, each once, in order. */
export function citedIn(text: string): number[] {
  const numbers = (text.match(MARKS) ?? []).flatMap((mark) => (mark.match(/\d+/g) ?? []).map(Number))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** What was changed from one text to another, sentence by sentence. */
export function differences(before: string, after: string): Piece[] {
  const was = sentencesOf(before).map((each) => each.trim()).filter((each) => each !== '')
  const is = sentencesOf(after).map((each) => each.trim()).filter((each) => each !== '')
  const common = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0))
  const shared = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = is.length - 1; j >= 0; j -= 1)
      (common[i] as number[])[j] = was[i] === is[j] ? shared(i + 1, j + 1) + 1 : Math.max(shared(i + 1, j), shared(i, j + 1))
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      pieces.push({ kind: 'same', text: was[i] as string })
      i += 1
      j += 1
    } else if (i < was.length && (j >= is.length || shared(i + 1, j) >= shared(i, j + 1))) {
      pieces.push({ kind: 'removed', text: was[i] as string })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: is[j] as string })
      j += 1
    }
  }
  return pieces
}
