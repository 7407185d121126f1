/** `2026.3.9`, `20260309`, `2026年3月9日` → `2026-03-09`; what is not a day of the calendar → nothing. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim()
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text)
  if (!parts) return undefined
  const [, year = '', month = '', day = ''] = parts
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(read + 'T00:00:00Z')
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(read) ? read : undefined
}
