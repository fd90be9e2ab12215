/** The page that checks files, as it is used: nothing leaves it, it stays at hand, and everybody can read what it says. */
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import type { BrowserContextOptions, FileChooser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv } from '../../support/config.ts'
import { type Heard, type OpenSites, openSites, type Site } from '../sites.ts'
import { weightOf } from '../weight.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const runAxe = `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`

const site: Site = { audience: 'operations', release: 'full' }
const folder = mkdtempSync(join(tmpdir(), 'check-'))
let opened: OpenSites

beforeAll(async () => {
  opened = await openSites([site])
})
afterAll(async () => {
  await opened?.close()
  rmSync(folder, { recursive: true, force: true })
})

type File = { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, content: string | Buffer): File => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})
const header = 'Number,Opened,Updated,State,Assignment group,Colour'
const sound = csv(header, 'INC1,02/03/2026 09:05,,new,Desk,', 'INC2,03/07/2026,,Work begun,,')
const faulty = csv(
  header,
  'INC1,02/03/2026 09:05,,new,Desk,',
  ',02/03/2026 09:05,,new,Desk,',
  'INC3,2026-03-02,,new,Desk,',
  'INC4,02/03/2026,,parked-canary,Desk,',
  'INC5,02/03/2026',
  'INC6,02/03/2099,,new,,',
)

const visit = (run: (page: Page, heard: Heard) => Promise<void>, options: BrowserContextOptions = {}) =>
  opened.open(site, '/check/', options, run)

const status = (page: Page) => page.locator('.check-status')
const doneOf = async (page: Page): Promise<number> =>
  Number(await page.evaluate(`document.querySelector('[data-working] progress').value`))
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

/** Chooses files and waits until all are checked. */
async function choose(page: Page, ...files: File[]): Promise<void> {
  await page.setInputFiles('#check-files', files)
  await page.locator('[data-working]').waitFor({ state: 'hidden' })
  await expect.poll(() => page.locator('[data-results] > section').count()).toBe(files.length)
}

describe('a file that is chosen', () => {
  test('is told as it would be read: its source, its records, its columns, what would be set aside', async () => {
    await visit(async (page) => {
      await choose(page, file('incidents.csv', faulty))
      expect(plain(await status(page).innerText())).toBe(
        'incidents.csv: 1 of 6 records would be read; 5 would be set aside.',
      )
      expect(await page.evaluate('document.activeElement.textContent')).toBe('incidents.csv')
      const result = plain(await page.locator('.check-result').innerText())
      expect(result).toContain('6 = 1 read + 5 set aside')
      expect(result).toContain('source “incidents”, which reads incidents*.csv')
      expect(result).toContain('Not read: Colour.')
      const headings = await page.locator('.check-result h4').allTextContents()
      expect(headings).toEqual([
        'No number: 1',
        'A date that cannot be read: 1',
        'A word without a meaning here: 1',
        'Fewer cells than the header: 1',
        'A time later than the export: 1',
      ])
      expect(await page.locator('.check-aside').nth(2).locator('tbody').innerText()).toMatch(
        /4\s+State\s+parked-canary/,
      )
    })
  })

  test('shows its first records in the zone of the institution, and what their words mean', async () => {
    await visit(async (page) => {
      await choose(page, file('incidents.csv', sound))
      const rows = page.getByRole('region', { name: 'First records of incidents.csv' }).locator('tbody tr')
      expect(plain(await rows.nth(0).innerText())).toMatch(/INC1\s+Mon 2 Mar 2026, 09:05\s+–\s+new/)
      expect(plain(await rows.nth(1).innerText())).toMatch(/INC2\s+3 Jul[y]? 2026\s+–\s+in progress/)
    })
  })

  test('may be dropped anywhere on the page, and is not opened in its place', async () => {
    await visit(async (page) => {
      const transfer = await page.evaluateHandle((content) => {
        const data = new DataTransfer()
        data.items.add(new File([content], 'incidents-dropped.csv'))
        return data
      }, sound)
      await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer })
      await page.locator('#checked-0').waitFor()
      expect(plain(await status(page).innerText())).toBe(
        'incidents-dropped.csv: All 2 records would be read.',
      )
    })
  })

  test('is unpacked, and read in the letters that its source declares', async () => {
    await visit(async (page) => {
      const latin = Buffer.from('Ref,Received,Team\nE1,02/03/2026 09:05,Caf\xe9 \x80\n', 'latin1')
      await choose(page, file('incidents.csv.gz', gzipSync(sound)), file('log.csv', latin))
      const results = page.locator('.check-result')
      expect(await results.nth(0).locator('.lead').innerText()).toBe('All 2 records would be read.')
      expect(await results.nth(1).locator('.lead').innerText()).toBe(
        'In its folder of the inbox, its one record would be read.',
      )
      expect(await results.nth(1).innerText()).toContain('Café €')
      expect(await results.nth(1).innerText()).toContain(
        'once it lies in a folder of inbox/ that fits escalations/log*.csv',
      )
    })
  })

  test('is read as another source where the reader says so', async () => {
    await visit(async (page) => {
      await choose(page, file('incidents.csv', sound))
      await page.getByLabel('Read incidents.csv as').selectOption('escalation-log')
      await page.getByRole('button', { name: 'Check it so for incidents.csv' }).click()
      await page.locator('.check-refused').waitFor()
      expect(await page.locator('.check-refused').innerText()).toMatch(
        /^It has no column for id \(looked for: Ref\)/,
      )
      expect(await page.evaluate('document.activeElement.textContent')).toBe('incidents.csv')
    })
  })
})

describe('what it cannot read', () => {
  const cases: [name: string, file: File, says: RegExp][] = [
    ['a spreadsheet', file('incidents.xlsx', 'PK'), /It is a spreadsheet, and this page reads delimited text only\.[\s\S]*npm run inspect/],
    ['mail', file('box.mbox', 'From x'), /It is mail, and this page reads delimited text only/],
    ['a file that nobody reads', file('other.csv', 'a,b\n1,2\n'), /No source reads a file of this name, and none has columns like these/],
    ['an export that tells too little', file('mails.csv', 'Subject,Body,From: (Name),From: (Address)\n,,,\n'), /It has no date and no Message-ID[\s\S]*Outlook mail exported as CSV/],
    ['a file of another name', file('download (3).csv', sound), /No source reads it under this name\. Renamed, all 2 records would be read\.[\s\S]*by its columns alone: its name does not fit incidents\*\.csv, so rename it/],
    ['a file without a column that it needs', file('incidents.csv', sound.replace('Number', 'Nmber')), /refused whole[\s\S]*perhaps it is "Nmber" now[\s\S]*Missing and required/],
    ['a quote that does not end', file('incidents.csv', sound.replace('INC2', '"INC2')), /the quote that opens in record 2 never ends/i],
    ['other letters', file('incidents.csv', Buffer.from(sound.replace('Desk', 'Caf\xe9'), 'latin1')), /It is not utf-8 \(line 2 holds the byte 0xe9\)/],
    ['nothing', file('incidents.csv', ''), /It is empty: export it again/],
  ] // biome-ignore format: a table
  test.each(cases)('%s is named, with what to do', async (_, given, says) => {
    await visit(async (page) => {
      await choose(page, given)
      expect(plain(await page.locator('.check-result').innerText())).toMatch(says)
      await page.evaluate(axe)
      expect(await page.evaluate(runAxe)).toEqual([])
    })
  })
})

test('nothing leaves the page and nothing is kept', async () => {
  await visit(async (page, heard) => {
    await page.waitForLoadState('networkidle')
    const before = heard.asked.length
    await choose(page, file('incidents.csv', faulty), file('other.csv', 'a,b\n1,2\n'))
    await page.waitForTimeout(500)
    const asked = heard.asked.slice(before).map((address) => new URL(address).pathname)
    expect(asked).toEqual([expect.stringMatching(/^\/_astro\/worker-[^/]+\.js$/)])
    const kept =
      await page.evaluate(`Promise.all([caches.keys(), indexedDB.databases()]).then(([caches, databases]) =>
      ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie, caches, databases }))`)
    expect(kept).toEqual({ local: [], session: [], cookie: '', caches: [], databases: [] })
    expect(page.url()).not.toContain('?')
    expect(heard.complaints).toEqual([])
  })
})

describe('a file of 100 MB', () => {
  const path = join(folder, 'incidents-large.csv')
  beforeAll(async () => {
    const stream = createWriteStream(path)
    stream.write(`${header}\n`)
    for (let part = 0; part < 100; part++) {
      const lines = Array.from(
        { length: 8_000 },
        (_, at) => `INC${part * 8_000 + at},02/03/2026 09:05,03/03/2026 10:00,new,Desk,${'x'.repeat(75)}`,
      )
      if (!stream.write(`${lines.join('\n')}\n`)) await new Promise((go) => stream.once('drain', go))
    }
    stream.end()
    await finished(stream)
  })

  test('does not hold the page up, says how far it is, and is read whole', async () => {
    await visit(async (page) => {
      await page.evaluate(`(() => { let last = performance.now(); window.longest = 0
        const look = (now) => { window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(look) }
        requestAnimationFrame((now) => { last = now; requestAnimationFrame(look) }) })()`)
      await page.setInputFiles('#check-files', path)
      await expect.poll(() => doneOf(page), { timeout: 60_000 }).toBeGreaterThan(0.2)
      expect(plain(await page.locator('[data-done]').innerText())).toMatch(
        /^incidents-large\.csv: [\d.]+ MB of \d+\.\d MB, [\d,]+ records$/,
      )
      await page.locator('#checked-0').waitFor({ timeout: 120_000 })
      expect(plain(await status(page).innerText())).toBe(
        'incidents-large.csv: All 800,000 records would be read.',
      )
      expect(Number(await page.evaluate('window.longest'))).toBeLessThan(1_000)
    })
  }, 240_000)

  test('can be stopped, and another one read then', async () => {
    await visit(async (page) => {
      await page.setInputFiles('#check-files', path)
      await expect.poll(() => doneOf(page), { interval: 20 }).toBeGreaterThan(0)
      await page.getByRole('button', { name: 'Stop' }).click()
      expect(await status(page).innerText()).toBe('Stopped. Nothing was checked.')
      expect(await page.locator('[data-working]').isVisible()).toBe(false)
      await choose(page, file('incidents.csv', sound))
      expect(await page.locator('.check-result').count()).toBe(1)
    })
  }, 240_000)
})

describe('everybody can use it', () => {
  test('a result has no fault that axe knows, and does not scroll sideways at 320 px', async () => {
    for (const options of [{}, { viewport: { width: 320, height: 640 } }, { colorScheme: 'dark' as const }])
      await visit(async (page) => {
        await choose(
          page,
          file('incidents.csv', faulty),
          file(`incidents-${'long'.repeat(30)}.csv`, `${faulty}${'y'.repeat(400)}`),
        )
        await page.evaluate(axe)
        expect(await page.evaluate(runAxe)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        const names = await page.locator('button:visible, summary').allTextContents()
        expect(new Set(names).size).toBe(names.length)
      }, options)
  })

  test('by the keyboard alone', async () => {
    await visit(async (page) => {
      let chooser: FileChooser | undefined
      page.once('filechooser', (opened) => {
        chooser = opened
      })
      // a browser that is busy lets the first key pass
      const opens = async (): Promise<boolean> => {
        if (chooser === undefined) await page.locator('#check-files').press('Enter')
        await page.waitForTimeout(200)
        return chooser !== undefined
      }
      await expect.poll(opens, { timeout: 20_000 }).toBe(true)
      await chooser?.setFiles([file('incidents.csv', sound)])
      await page.locator('#checked-0').waitFor()
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.name')).toBe('source')
    })
  })

  test('without JavaScript it says what to do instead', async () => {
    await visit(
      async (page) => {
        expect(await page.getByText('This check runs in your browser and needs JavaScript').isVisible()).toBe(
          true,
        )
        expect(await page.locator('#check-files').isVisible()).toBe(false)
      },
      { javaScriptEnabled: false },
    )
  })

  test('on paper stands what was found, without what only a screen can do', async () => {
    await visit(async (page) => {
      await choose(page, file('incidents.csv', faulty))
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.check-drop').isVisible()).toBe(false)
      expect(await page.locator('.check-as').isVisible()).toBe(false)
      expect(await page.locator('.check-aside').first().isVisible()).toBe(true)
    })
  })
})

test('the page weighs at most 25 KB before a file is chosen', () => {
  expect(weightOf(opened.folderOf(site), '/check/').bytes).toBeLessThanOrEqual(25 * 1024)
})
