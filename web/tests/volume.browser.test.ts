import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, overflow, settled, shot, sizes } from './support/browser'
import { entriesOf } from './support/zip'
import { useOffice } from './support/useOffice'

const run = promisify(execFile)
interface Listed {
  path: string
  kind: string
  sm3: string
  page?: number
  original?: string
}

describe('the volume is taken away and checked where there is no server', () => {
  const desk = useOffice()
  let folder = ''
  let zip = Buffer.alloc(0)
  let offline: Page
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zh-volume-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  async function check(name: string, bytes: Buffer): Promise<void> {
    const path = join(folder, name)
    await writeFile(path, bytes)
    await offline.locator('#volume').setInputFiles(path)
    await offline.locator('#verdict.good, #verdict.bad').waitFor()
  }

  it('the archivist takes the volume of an archived case', async () => {
    const page = await desk.seats.of('shen-tong')
    await page.goto('/cases/990101-2024-000001/documents')
    const panel = page.getByRole('region', { name: '卷宗' })
    await panel.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), panel.locator('a[download]').click()])
    const read: Buffer[] = []
    for await (const chunk of await download.createReadStream()) read.push(chunk as Buffer)
    zip = Buffer.concat(read)
    expect(entriesOf(zip).map((entry) => entry.name)).toContain('verify.html')
  })

  /** What stands in the upper right corner of each page. */
  async function numbersOn(name: string, pdf: Buffer): Promise<string[]> {
    const path = join(folder, name)
    await writeFile(path, pdf)
    const { stdout } = await run('pdftotext', ['-x', '480', '-y', '0', '-W', '115', '-H', '60', path, '-'])
    return stdout.split('\f').slice(0, -1).map((page) => page.trim())
  }

  it('running numbers stand on every page of main and side file, the signed papers lie beside them', async () => {
    const entries = new Map(entriesOf(zip).map((entry) => [entry.name, entry]))
    const { items } = JSON.parse(entries.get('manifest.json')?.bytes().toString('utf8') ?? '{}') as { items: Listed[] }
    const sums = new Set(items.filter((item) => item.kind === 'original' || item.kind === 'evidence').map((item) => item.sm3))
    for (const part of ['正卷', '副卷']) {
      const bound = items.filter((item) => item.path.startsWith(`${part}/`) && item.page)
      expect(bound.length).toBeGreaterThan(2)
      let next = 1
      for (const [i, item] of bound.entries()) {
        expect(item.page, item.path).toBe(next)
        expect(sums.has(item.original ?? ''), `${item.path} names an original that is there`).toBe(true)
        const numbers = await numbersOn(`${part}${i}.pdf`, entries.get(item.path)?.bytes() ?? Buffer.alloc(0))
        expect(numbers, item.path).toEqual(numbers.map((_, k) => String(next + k)))
        next += numbers.length
      }
    }
  })

  it('the page from the volume, opened from the disk, finds it whole', async () => {
    const page = entriesOf(zip).find((entry) => entry.name === 'verify.html')
    await writeFile(join(folder, 'verify.html'), page?.bytes() ?? '')
    const context = await desk.browser.newContext({ offline: true, viewport: sizes.desk, locale: 'zh-CN' })
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

  it('another agency loads it to read: what was touched is named, what is sound is shown as not ours', async () => {
    const page = await desk.seats.of('ma-chao')
    await page.goto('/office/foreign-volumes')
    const form = page.getByRole('form', { name: '核验并载入' })
    const send = async (name: string) => {
      await form.locator('input[type=file]').setInputFiles(join(folder, name))
      await form.getByRole('button', { name: '核验并载入' }).click()
    }
    await send('changed.zip')
    await form.getByRole('alert').waitFor()
    expect(await form.locator('[data-what=changed]').count()).toBe(1)

    // The line breaks and the page is closed; another day the same file goes on, another one does not.
    await page.route('**/complete', (route) => route.abort())
    await send('volume.zip')
    const left = page.getByRole('region', { name: '未完成的上传' })
    await left.getByRole('button', { name: '继续上传' }).waitFor()
    await page.unroute('**/complete')
    await page.goto('/')
    await page.goto('/office/foreign-volumes')
    await left.getByText('100%').waitFor()
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `foreign-left-${size}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    let sent = 0
    page.on('request', (request) => (sent += request.url().includes('/chunks/') ? 1 : 0))
    const goOn = async (name: string) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), left.getByRole('button', { name: '继续上传' }).click()])
      await chooser.setFiles(join(folder, name))
    }
    await goOn('changed.zip')
    await left.getByRole('alert').waitFor()
    await goOn('volume.zip')
    await page.getByText('外来案卷 · 只读').waitFor()
    expect(sent, 'nothing is sent twice').toBe(0)
    await page.getByRole('heading', { name: /990101-2024-000001/ }).waitFor()
    expect(await page.getByRole('region', { name: '对方机关记录的行为' }).locator('tbody tr').count()).toBeGreaterThan(20)
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await settled(page)
      await shot(page, `foreign-volume-${size}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: '全部外来案卷' }).click()
    await page.getByRole('link', { name: '990101-2024-000001' }).waitFor()
    await settled(page)
    await shot(page, 'foreign-volumes-phone')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(desk.seats.complaints).toEqual([])
  })
})
