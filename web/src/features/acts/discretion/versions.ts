import type { Violation, ViolationVersion } from '@/api/types'

/** The version of an item that was in force on a day, else the newest: only to know what to ask; which law applies the server says. */
export function versionOn(violation: Violation | undefined, day: string | undefined): ViolationVersion | undefined {
  const versions = violation?.versions ?? []
  const held = versions.find((each) => day !== undefined && each.from <= day && (!each.to || day <= each.to))
  return held ?? versions.at(-1)
}
