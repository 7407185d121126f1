import type { Browser, Page } from 'playwright-core'
import { openPage } from './browser'

const accounts: Record<string, string> = { 'ma-chao': 'machaoqun' }
export const accountOf = (person: string) => accounts[person] ?? person.replace('-', '')
export const PASSWORD = 'Zhiheng-2026'

/** From the door to the inbox. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('账号').fill(accountOf(person))
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '待我处理' }).waitFor()
}

/** One signed-in browser window per person, opened when first needed. */
export class Seats {
  private readonly pages = new Map<string, Promise<Page>>()
  readonly complaints: string[] = []

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  of(person: string): Promise<Page> {
    const known = this.pages.get(person) ?? this.open(person)
    this.pages.set(person, known)
    return known
  }

  private async open(person: string): Promise<Page> {
    // Words instead of pages, and no page beside the form: the viewer of a browser is slow and not what is tested.
    const { context, page } = await openPage(this.browser, 'seat', this.url)
    await context.addInitScript(() => {
      if (!localStorage.getItem('paper-mode')) localStorage.setItem('paper-mode', 'text')
    })
    page.setDefaultTimeout(Number(process.env.SEAT_WAIT ?? 60_000))
    page.on('pageerror', (error) => this.complaints.push(`${person}: ${error.message}`))
    await signIn(page, person)
    return page
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await (await page).context().close()
  }
}
