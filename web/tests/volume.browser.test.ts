import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { barriers, launch, overflow, settled, shot, sizes } from './support/browser'
import { Seats } from './support/seats'
import { entriesOf } from './support/zip'

describe('the volume is taken away and checked where there is no server', () => {
  let browser: Browser
  let seats: Seats
  let folder = ''
  let zip = Buffer.alloc(0)
  let offline: Page
  beforeAll(async () => {
    browser = await launch()
    seats = new Seats(browser, inject('serverUrl'))
    folder = await mkdtemp(join(tmpdir(), 'zh-volume-'))
  })
  afterAll(async () => {
    await seats?.close()
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function check(name: string, bytes: Buffer): Promise<void> {
    const path = join(folder, name)
    await writeFile(path, bytes)
    await offline.locator('#volume').setInputFiles(path)
    await offline.locator('#verdict.good, #verdict.bad').waitFor()
  }

  it('the archivist takes the volume of an archived case', async () => {
    const page = await seats.of('shen-tong')
    await page.goto('/cases/990101-2024-000001/documents')
    const panel = page.getByRole('region', { name: '卷宗' })
    await panel.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), panel.locator('a[download]').click()])
    const read: Buffer[] = []
    for await (const chunk of await download.createReadStream()) read.push(chunk as Buffer)
    zip = Buffer.concat(read)
    expect(entriesOf(zip).map((entry) => entry.name)).toContain('verify.html')
  })

  it('the page from the volume, opened from the disk, finds it whole', async () => {
    const page = entriesOf(zip).find((entry) => entry.name === 'verify.html')
    await writeFile(join(folder, 'verify.html'), page?.bytes() ?? '')
    const context = await browser.newContext({ offline: true, viewport: sizes.desk, locale: 'zh-CN' })
    offline = await context.newPage()
    await offline.goto(pathToFileURL(join(folder, 'verify.html')).href)
    await check('volume.zip', zip)
    expect(await offline.locator('#verdict').getAttribute('class')).toBe('good')
    expect(await offline.locator('#faults li').count()).toBe(0)
    for (const size of ['desk', 'phone'] as const) {
      await offline.setViewportSize(sizes[size])
      await settled(offline)
      await shot(offline, `verify-${size}`)
      expect(await overflow(offline)).toBeLessThanOrEqual(0)
    }
    expect(await barriers(offline)).toEqual([])
  })

  it('one bit of one paper turned over: that paper is named', async () => {
    const paper = entriesOf(zip).find((entry) => entry.name.endsWith('.pdf'))
    if (!paper) throw new Error('a volume without papers')
    const changed = Buffer.from(zip)
    const at = paper.from + Math.floor(paper.packed / 2)
    changed[at] = (changed[at] ?? 0) ^ 1
    await check('changed.zip', changed)
    expect(await offline.locator('#verdict').getAttribute('class')).toBe('bad')
    expect(await offline.locator('#faults li').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.path))).toContain(paper.name)
    await shot(offline, 'verify-changed')
  })
})
