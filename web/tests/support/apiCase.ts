import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseView, Proposal } from '../../src/api/types'
import { accountOf, PASSWORD } from './seats'
import type { Scenario, ScenarioAct } from './walk'

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

export async function readScenario(name: string): Promise<Scenario> {
  return JSON.parse(await readFile(join(import.meta.dirname, '..', '..', '..', 'tests', 'scenario', `${name}.json`), 'utf8')) as Scenario
}

/** Carries a case by requests to the place where a test of a page begins; sessions are kept per person. */
export class ApiCase {
  no = ''
  private readonly cookies = new Map<string, Promise<string>>()

  constructor(
    private readonly url: string,
    private readonly scenario: Scenario,
  ) {}

  private cookieOf(person: string): Promise<string> {
    const known = this.cookies.get(person) ?? this.signIn(person)
    this.cookies.set(person, known)
    return known
  }

  private async signIn(person: string): Promise<string> {
    const answer = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account: accountOf(person), password: PASSWORD }),
    })
    if (!answer.ok) throw new Error(`${person}: ${await answer.text()}`)
    return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  }

  async send<T>(person: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<T> {
    const bytes = body instanceof Buffer
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        Cookie: await this.cookieOf(person),
        ...(body === undefined ? {} : { 'Content-Type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} by ${person}: ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  /** The first acts of the scenario, as far as `until` says. */
  async run(until: (act: ScenarioAct, n: number) => boolean): Promise<string> {
    for (const [index, act] of this.scenario.acts.entries()) {
      if (!until(act, index + 1)) break
      await this.perform(act)
    }
    return this.no
  }

  async perform(act: ScenarioAct): Promise<void> {
    const author = act.by[0] ?? ''
    if (this.no === '') {
      const { party } = this.scenario
      const body = { procedure: act.act === 'register_complaint' ? 'complaint' : 'ordinary', act: act.act, party, at: act.at, data: act.data, ...(act.paper ? { paper: act.paper } : {}) }
      this.no = (await this.send<{ no: string }>(author, 'POST', '/api/cases', body, { 'Idempotency-Key': randomUUID() })).no
      return
    }
    const { approved_by: _approver, ...body } = { ...act, data: await this.withUploads(act.data, author) }
    const { proposal } = await this.record(author, body)
    if (proposal) await this.sign(proposal, act)
  }

  async record(author: string, body: object): Promise<{ proposal?: Proposal; n?: number }> {
    const { version } = await this.send<CaseView>(author, 'GET', `/api/cases/${this.no}`)
    const guard = { 'Idempotency-Key': randomUUID(), 'If-Match': `"${version}"` }
    return this.send(author, 'POST', `/api/cases/${this.no}/acts`, body, guard)
  }

  /** Everybody it waits for signs; `leave` keeps the last step waiting for the page. */
  async sign(proposal: Proposal, act: Pick<ScenarioAct, 'by' | 'approved_by'>, leave?: string): Promise<void> {
    const author = act.by[0] ?? ''
    for (let now = proposal; now.status === 'waiting'; now = await this.send<Proposal>(author, 'GET', `/api/proposals/${proposal.id}`)) {
      const waiting = now.waiting_for
      if (!waiting || waiting.role === leave) return
      const named = this.scenario.staff.find((each) => each.id === act.approved_by && each.roles.includes(waiting.role))
      const signer = waiting.person?.id ?? named?.id ?? this.scenario.staff.find((each) => each.roles.includes(waiting.role))?.id ?? ''
      await this.send(signer, 'POST', `/api/proposals/${proposal.id}/${waiting.kind}`, { opinion: '同意' }, { 'Idempotency-Key': randomUUID() })
    }
  }

  private async withUploads(data: Record<string, unknown>, author: string): Promise<Record<string, unknown>> {
    if (!Array.isArray(data.media)) return data
    const media: string[] = []
    for (const name of data.media as string[]) {
      const bytes = Buffer.concat([PIXEL, Buffer.from(name)])
      const { id } = await this.send<{ id: string }>(author, 'POST', `/api/cases/${this.no}/uploads`, { name: `${name}.png`, size: bytes.length })
      await this.send(author, 'PUT', `/api/uploads/${id}/chunks/0`, bytes)
      media.push((await this.send<{ evidence: { id: string } }>(author, 'POST', `/api/uploads/${id}/complete`)).evidence.id)
    }
    return { ...data, media }
  }
}
