import type { PanelMeeting, PanelPlan } from '@/api/types'

export type Purpose = NonNullable<PanelPlan['cases'][number]['purpose']>
export const otherPurposes: Purpose[] = ['extension', 'recusal_of_chief', 'other']

export interface PlanForm {
  at: string
  place: string
  chair: string
  recorder: string
  members: string[]
  attending: string
  /** Numbers of cases, as typed, for each purpose. */
  cases: Record<Purpose, string>
}

export const listed = (text: string): string[] => text.split(/[\s、,，;；]+/).filter((each) => each !== '')

export const noCases = (): Record<Purpose, string> => ({ decision: '', extension: '', recusal_of_chief: '', other: '' })

/** A meeting that was called, as the form shows it again. */
export function formOf(meeting: PanelMeeting): PlanForm {
  const cases = noCases()
  for (const { case_no, purpose } of meeting.items)
    if (!listed(cases[purpose]).includes(case_no)) cases[purpose] += (cases[purpose] ? '\n' : '') + case_no
  return {
    at: meeting.held_at,
    place: meeting.place,
    chair: meeting.chair,
    recorder: meeting.recorder,
    members: [...meeting.members],
    attending: meeting.attending.join('、'),
    cases,
  }
}

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
    cases: (['decision', ...otherPurposes] as Purpose[]).flatMap((purpose) => listed(form.cases[purpose]).map((no) => ({ no, purpose }))),
  }
}
