const SHOWN = 24

/** This month and those before it, as 2026-11; a month that was asked for stands among them. */
export function monthsBack(today: string, asked: string): string[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const months = Array.from({ length: SHOWN }, (_, back) => {
    const month = first - back
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
  return asked === '' || months.includes(asked) ? months : [...months, asked].sort().reverse()
}
