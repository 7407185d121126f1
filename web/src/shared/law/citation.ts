import { inject, provide, type InjectionKey } from 'vue'

/** Whether words cite a law: an article by its number, or a document by its number in 〔〕. */
export function isCitation(text: string): boolean {
  return /第[零〇一二三四五六七八九十百千]+条/.test(text) || /〔\d{4}〕/.test(text)
}

const dayKey: InjectionKey<() => string | undefined> = Symbol('citation day')

/** The day whose law the citations below are of, e.g. the day of the act; without one it is today. */
export const provideCitationDay = (day: () => string | undefined): void => provide(dayKey, day)
export const useCitationDay = (): (() => string | undefined) => inject(dayKey, () => undefined)
