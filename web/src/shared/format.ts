/** Beijing time: the law's days end there, wherever the browser stands. */
const OFFSET = 8 * 3600_000

function beijing(instant: string | number): string {
  const time = typeof instant === 'number' ? instant : Date.parse(instant)
  return Number.isNaN(time) ? '' : new Date(time + OFFSET).toISOString()
}

/** `2024-05-16T09:30:00+08:00` → `2024-05-16 09:30` */
export function instantText(instant: string | undefined | null): string {
  if (!instant) return ''
  return beijing(instant).slice(0, 16).replace('T', ' ')
}

export function clockTime(instant: string | number): string {
  return beijing(instant).slice(11, 19)
}

export function dateText(date: string | undefined | null): string {
  if (!date) return ''
  return date.length > 10 ? beijing(date).slice(0, 10) : date
}

/** What a date-time picker shows (`2024-05-16 09:30:00`) → RFC 3339 in Beijing time. */
export function toInstant(local: string): string {
  return local === '' ? '' : local.replace(' ', 'T') + '+08:00'
}

export function toLocal(instant: string | undefined | null): string {
  if (!instant) return ''
  return beijing(instant).slice(0, 19).replace('T', ' ')
}

export function nowInstant(now: number = Date.now()): string {
  return beijing(now).slice(0, 19) + '+08:00'
}

export function today(now: number = Date.now()): string {
  return beijing(now).slice(0, 10)
}

const YUAN = /^(0|[1-9]\d{0,14})(\.\d{1,2})?$/

/** The form of an amount only; whether it is lawful the server says. */
export function isYuan(text: string): boolean {
  return YUAN.test(text)
}

/** `86000` → `86,000.00`; what is not an amount is shown as it stands. */
export function yuanText(text: string): string {
  if (!isYuan(text)) return text
  const [whole = '0', cents = ''] = text.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + cents.padEnd(2, '0')
}

export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)
}

export function names(people: readonly (string | { name: string })[] | undefined | null): string {
  return (people ?? []).map((person) => (typeof person === 'string' ? person : person.name)).join('、')
}
