/** Days in a row as one span: 2027-02-06, 2027-02-07 → 02-06 至 02-07. */
export function spans(days: readonly string[]): string {
  const parts: string[] = []
  let first = ''
  let last = ''
  const close = () => {
    if (first !== '') parts.push(first === last ? first.slice(5) : `${first.slice(5)} 至 ${last.slice(5)}`)
  }
  for (const day of days) {
    if (last !== '' && Date.parse(day) - Date.parse(last) === 86_400_000) {
      last = day
      continue
    }
    close()
    first = last = day
  }
  close()
  return parts.join('、')
}
