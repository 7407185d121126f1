const DIGITS = '零一二三四五六七八九'

/** 一百二十四 → 124; what is not such a number → nothing. */
export function numberOf(words: string): number | undefined {
  if (!/^[零〇一二三四五六七八九十百千]+$/.test(words)) return undefined
  let total = 0
  let digit = 0
  for (const each of words.replaceAll('〇', '零')) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[each]
    if (unit === undefined) digit = DIGITS.indexOf(each)
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}

export interface Article {
  law: string
  article: number
  paragraph?: number
  item?: number
}

/** 食品安全法 第一百二十四条第一款第（五）项 → its parts; a text that names no single article → nothing. */
export function articleOf(text: string): Article | undefined {
  const number = '([零〇一二三四五六七八九十百千]+)'
  const found = new RegExp(`^(\\S+)\\s+第${number}条(?:第${number}款)?(?:第（${number}）项)?$`).exec(text.trim())
  if (!found) return undefined
  const [, law = '', article = '', paragraph, item] = found
  const no = numberOf(article)
  if (no === undefined) return undefined
  return {
    law,
    article: no,
    ...(paragraph ? { paragraph: numberOf(paragraph) } : {}),
    ...(item ? { item: numberOf(item) } : {}),
  }
}
