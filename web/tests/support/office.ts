import { expect } from 'vitest'

type Data = Record<string, unknown>
interface Waiting {
  id: string
  act: string
  status: string
  waiting_for?: { kind: 'confirm' | 'approve'; role: string; person?: { id: string } }
}
interface Case {
  version: number
  state: { code: string; label: string }
  track: string
  proposals: Waiting[]
  documents?: unknown
}

const accounts: Record<string, string> = { 'ma-chao': 'machaoqun' }
const holders: Record<string, string> = { UNIT_HEAD: 'qian-wei', LEADER: 'lu-ping', CHIEF: 'fang-zheng', REVIEWER: 'song-yan' }
let keys = 0

/** People of the bureau at work without a browser: what a test needs before and around what it clicks. */
export class Office {
  private readonly cookies = new Map<string, Promise<string>>()
  constructor(private readonly url: string) {}

  private async signIn(person: string): Promise<string> {
    const answer = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account: accounts[person] ?? person.replace('-', ''), password: 'Zhiheng-2026' }),
    })
    return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  }

  async call<T>(person: string, method: string, path: string, body?: Data, version?: number): Promise<T> {
    const cookie = this.cookies.get(person) ?? this.signIn(person)
    this.cookies.set(person, cookie)
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        Cookie: await cookie,
        'Content-Type': 'application/json',
        'Idempotency-Key': `test-${Date.now()}-${(keys += 1)}`,
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: body ? JSON.stringify(body) : undefined,
    })
    const text = await answer.text()
    expect(answer.ok, `${person} ${method} ${path} ${JSON.stringify(body)}: ${text}`).toBe(true)
    return (text === '' ? {} : JSON.parse(text)) as T
  }

  async register(person: string, party: Data, data: Data): Promise<string> {
    const { no } = await this.call<{ no: string }>(person, 'POST', '/api/cases', { procedure: 'ordinary', party, data })
    return no
  }

  look = (person: string, no: string): Promise<Case> => this.call<Case>(person, 'GET', `/api/cases/${no}`)

  /** One act, and every signature it needs. */
  async act(no: string, act: string, by: string[], data: Data, more: Data = {}): Promise<void> {
    const { version } = await this.look(by[0] ?? '', no)
    await this.call(by[0] ?? '', 'POST', `/api/cases/${no}/acts`, { act, by, data, ...more }, version)
    await this.sign(no, by[0] ?? '')
  }

  /** Everybody who is waited for signs; nothing happens where nobody is. */
  async sign(no: string, seenBy: string): Promise<number> {
    let signed = 0
    for (;;) {
      const waiting = (await this.look(seenBy, no)).proposals.find((each) => each.status === 'waiting')
      if (!waiting?.waiting_for) return signed
      const { kind, role, person } = waiting.waiting_for
      const who = kind === 'confirm' ? (person?.id ?? '') : (holders[role] ?? '')
      await this.call(who, 'POST', `/api/proposals/${waiting.id}/${kind}`, { opinion: '同意' })
      signed += 1
    }
  }
}
