import type { PanelPlan } from '@/api/types'

export interface PlanForm {
  at: string
  place: string
  chair: string
  recorder: string
  members: string[]
  attending: string
  cases: string
}

export const listed = (text: string): string[] => text.split(/[\s、,，;；]+/).filter((each) => each !== '')

/** The request that calls a meeting; whoever presides is one of its members. */
export function planOf(form: PlanForm): PanelPlan {
  const members = form.members.includes(form.chair) || form.chair === '' ? form.members : [...form.members, form.chair]
  return {
    held_at: form.at,
    place: form.place.trim(),
    chair: form.chair,
    recorder: form.recorder,
    members,
    attending: listed(form.attending),
    cases: listed(form.cases),
  }
}
