import type { Office } from './office'

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)

/** A shop without price tags, looked at by two officers: what any way of handling it begins with. */
export async function priceTags(office: Office, kind: 'organisation' | 'person'): Promise<{ no: string; day: string }> {
  const day = today()
  const party = {
    kind,
    name: kind === 'person' ? '沙小川' : '临江市某某便利店有限公司',
    details: { address: '临江市城东区湖滨路3号', phone: '0999-1234567', ...(kind === 'person' ? {} : { legal_representative: '王某某' }) },
  }
  const no = await office.register('zhou-min', party, { source: 'inspection', found_on: day, content: '巡查发现店内商品未明码标价', place: '湖滨路3号' })
  await office.act(no, 'start_check', ['zhou-min', 'he-feng'], {})
  return { no, day }
}

/** What the reviewer, who has not handled the case, says of it (程序规定 第五十三条). */
export async function agreeInReview(office: Office, no: string): Promise<void> {
  const form = await office.call<{ values: Record<string, unknown> }>('song-yan', 'GET', `/api/cases/${no}/acts/review/form`)
  const points = Object.fromEntries(['jurisdiction', 'party', 'facts', 'nature', 'law', 'procedure', 'fitness'].map((point) => [point, true]))
  await office.act(no, 'review', ['song-yan'], { ...form.values, outcome: 'agree', points, opinion: '同意' })
}

export async function evidenceOf(office: Office, no: string, day: string): Promise<void> {
  const shown = { certificates_shown: true, rights_told: true, signature: 'signed', no_media_reason: '书证原件附卷' }
  await office.act(no, 'collect_evidence', ['zhou-min', 'he-feng'], { kind: 'documents', name: '商品价目表', provider: '王某某', original: true, ...shown })
  const electronic = { consent: false }
  await office.act(no, 'confirm_address', ['zhou-min'], { address: '湖滨路3号', receiver: '王某某', phone: '0999-1234567', electronic, signed_on: day })
}
