/** A list of several pages, with a script and without. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser.ts'
import { asOf, full, writeRelease } from '../fixture.ts'
import { manyWait } from '../fixture-operations.ts'
import { type Served, serve } from '../serve.ts'
import { weightOf } from '../weight.ts'
import { buildSite, filesIn } from './build.ts'

const root = mkdtempSync(join(tmpdir(), 'list-'))
const site = join(root, 'site')
const some = 200
let browser: Browser
let served: Served

beforeAll(async () => {
  writeRelease(join(root, 'release'), { ...full(), operations: manyWait(asOf, some) })
  await buildSite('operations', join(root, 'release'), site)
  browser = await openBrowser()
  served = await serve(site)
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
  rmSync(root, { recursive: true, force: true })
})

type Reader = { hasScript?: boolean; at?: string; width?: number }
const open = async (
  path: string,
  visit: (page: Page) => Promise<void>,
  { hasScript = true, at = asOf, width = 1280 }: Reader = {},
): Promise<void> => {
  const context = await browser.newContext({
    javaScriptEnabled: hasScript,
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  if (hasScript) await page.clock.setFixedTime(at)
  await page.goto(served.address + path)
  await visit(page).finally(() => context.close())
}
const rows = 'table[data-rows] tbody tr'
const idsIn = (page: Page): Promise<string[]> => page.locator(`${rows} .waiting-id`).allTextContents()
const said = (page: Page) => page.locator('form [role="status"]').textContent()

describe.each([
  ['/', '/escalations/'],
  ['/tickets/', '/tickets/'],
])('the list at %s', (first, folder) => {
  const addresses = [first, `${folder}2/`, `${folder}3/`]

  test('stands without a script on its pages, every item once', async () => {
    const ids: string[] = []
    for (const path of addresses)
      await open(path, async (page) => void ids.push(...(await idsIn(page))), { hasScript: false })
    expect(ids).toHaveLength(some)
    expect(new Set(ids).size).toBe(some)
  })

  test('is whole in its file, whichever page it is taken from', () => {
    const files = addresses.map((path) => {
      const [, name = ''] =
        /data-csv [^>]*href="\/([^"]+)"/.exec(readFileSync(join(site, path, 'index.html'), 'utf8')) ?? []
      return readFileSync(join(site, name), 'utf8')
    })
    expect(files[0]?.trimEnd().split('\r\n')).toHaveLength(some + 1)
    expect(new Set(files).size).toBe(1)
  })

  test('is fetched whole where it is to be limited, and keeps its order', async () => {
    const order: string[] = []
    for (const path of addresses) await open(path, async (page) => void order.push(...(await idsIn(page))))
    await open(`${folder}2/`, async (page) => {
      await page.getByRole('button', { name: /Show all 200/ }).click()
      await page.getByLabel('Team').waitFor()
      expect(await idsIn(page)).toEqual(order)
      expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false)
    })
  })

  test('shows what its address asks for, and goes back', async () => {
    await open(`${first}?team=Research+IT`, async (page) => {
      await expect
        .poll(() => page.locator('form [role="status"]').textContent(), { timeout: 10_000 })
        .not.toBe('')
      const teams = await page
        .locator(`${rows}:not([hidden])`)
        .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.team))
      expect(new Set(teams)).toEqual(new Set(['Research IT']))
      expect(await said(page)).toMatch(new RegExp(`^${teams.length} of 200 .+ shown: of Research IT\\.$`))
      await page.locator('select[name="owner"]').selectOption('Ann Lee')
      expect(new URL(page.url()).searchParams.get('owner')).toBe('Ann Lee')
      await page.goBack()
      expect(await page.locator(`${rows}:not([hidden])`).count()).toBe(teams.length)
      await page.getByRole('button', { name: 'Clear filters' }).click()
      expect(await page.locator(`${rows}[hidden]`).count()).toBe(0)
      expect(new URL(page.url()).search).toBe('')
    })
  })
})

test('a count leads to those that it counts', async () => {
  await open('/', async (page) => {
    await page.getByRole('link', { name: /without word/ }).click()
    await page.getByRole('button', { name: 'Clear filters' }).waitFor()
    expect(await page.locator(`${rows}:not([hidden])`).count()).toBe(150)
  })
})

test('a list that is limited says how many of those that lack nothing it shows', async () => {
  await open('/?owner=Ann+Lee', async (page) => {
    await page.getByRole('button', { name: 'Clear filters' }).waitFor()
    const complete = page.locator('table[data-rows="complete"] tbody tr')
    const shown = await page.locator('table[data-rows="complete"] tbody tr:not([hidden])').count()
    expect(shown).toBeGreaterThan(0)
    expect(await page.locator('summary').textContent()).toContain(
      `${shown} of the ${await complete.count()}\u00a0open`,
    )
  })
})

test('what cannot be fetched is said, and nothing is lost', async () => {
  await open('/tickets/', async (page) => {
    await page.route('**/tickets/3/', (route) => route.abort())
    const before = await idsIn(page)
    await page.getByRole('button', { name: /Show all/ }).click()
    await page.getByText('could not be fetched').waitFor()
    expect(await idsIn(page)).toEqual(before)
  })
})

test('a column sorts the rows once they are all there, as numbers where they are durations', async () => {
  await open('/tickets/?team=Research+IT', async (page) => {
    await page.getByRole('button', { name: /^Open for.+week or more/ }).click()
    const ages = await page
      .locator('table[data-rows="old"] tbody tr:not([hidden]) td:nth-child(5)')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.value)))
    expect(ages.length).toBeGreaterThan(10)
    expect(ages).toEqual(ages.toSorted((a, b) => a - b))
  })
})

test('what fell due lately stands before what has been overdue for long, and what lacks nothing is last', async () => {
  await open('/?team=Research+IT', async (page) => {
    await page.getByRole('button', { name: 'Clear filters' }).waitFor()
    const parts = page.locator('[data-part]:not([hidden])')
    expect(await parts.locator('h3').allTextContents()).toEqual([
      expect.stringMatching(/^Due, or overdue by less than a week \(\d+\)$/),
      expect.stringMatching(/^Overdue by a week or more \(\d+\)$/),
      expect.stringMatching(/^All else \(\d+\)$/),
    ])
    for (const part of await parts.all())
      expect(Number(await part.locator('[data-size]').textContent())).toBe(
        await part.locator('tbody tr:not([hidden])').count(),
      )
  })
})

test('where no row fits, it says so', async () => {
  await open('/tickets/?team=(none)&priority=P2', async (page) => {
    await page.getByText('There is no team').waitFor()
  })
  await open('/?lack=update&owner=Ann+Lee&team=Service+Desk', async (page) => {
    await page.getByRole('button', { name: 'Clear filters' }).waitFor()
    expect(await page.locator(`${rows}:not([hidden])`).count()).toBe(0)
    expect(await said(page)).toMatch(/^None of the 200 open escalations fits: lacking word to the requester/)
    expect(await page.locator('[data-part]:not([hidden])').count()).toBe(0)
  })
})

test('its print begins with what it is limited to', async () => {
  await open('/tickets/?team=Research+IT', async (page) => {
    await page.getByRole('button', { name: 'Clear filters' }).waitFor()
    const head = page.getByText(/^Limited to open tickets past a target of Research IT: \d+ of 200\./)
    expect(await head.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await head.isVisible()).toBe(true)
    expect(await page.locator('form [role="status"]').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('[data-print-head]').isVisible()).toBe(false)
  })
})

test('on a phone a field sorts each part, and puts it back', async () => {
  const sort = (page: Page) => page.getByLabel('Sort each part by')
  await open('/tickets/?team=Research+IT', async (page) => expect(await sort(page).isVisible()).toBe(false))
  const onPhone = { width: 375 }
  await open(
    '/tickets/?team=Research+IT',
    async (page) => {
      await sort(page).waitFor()
      const before = await idsIn(page)
      for (const part of ['recent', 'old'] as const) {
        await sort(page).selectOption('Longest open')
        const ages = await page
          .locator(`table[data-rows="${part}"] tbody td:nth-child(5)`)
          .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.value)))
        expect(ages.length).toBeGreaterThan(10)
        expect(ages).toEqual(ages.toSorted((a, b) => b - a))
      }
      await sort(page).selectOption('Owner')
      expect(await idsIn(page)).not.toEqual(before)
      await sort(page).selectOption('Most overdue')
      expect(await idsIn(page)).toEqual(before)
      expect(new URL(page.url()).search).toBe('?team=Research+IT')
    },
    onPhone,
  )
})

const old = (page: Page) => page.getByText(/These lists are as known on/)
test.each([
  ['on the evening of the last export', '2026-11-20T20:00:00.000Z', false],
  ['on the Monday after', '2026-11-23T08:30:00.000Z', false],
  ['eight days later', '2026-11-28T18:00:00.000Z', true],
])('a reader %s is told that the lists are old: %s, %s', async (_, at, isOld) => {
  await open('/tickets/', async (page) => expect(await old(page).isVisible()).toBe(isOld), { at })
  if (isOld)
    await open('/', async (page) => expect(await old(page).textContent()).toMatch(/8\sdays ago/), { at })
})

test('a time that has passed since the last export is marked, and counted over its part', async () => {
  const complete = (page: Page) => page.locator('[data-part]').last()
  await open('/?owner=Ann+Lee', async (page) => {
    await page.getByRole('button', { name: 'Clear filters' }).waitFor()
    expect(await page.getByText('has passed since').count()).toBe(0)
    expect(await complete(page).locator('[data-fallen-note]').isVisible()).toBe(false)
  })
  const later = { at: '2026-12-01T09:00:00.000Z' }
  await open(
    '/?owner=Ann+Lee',
    async (page) => {
      await page.getByRole('button', { name: 'Clear filters' }).waitFor()
      const shown = await complete(page).locator('tbody tr:not([hidden])').count()
      expect(await complete(page).locator('tbody tr:not([hidden]) [data-fallen]').count()).toBe(shown)
      expect(await complete(page).locator('[data-fallen-note]').textContent()).toMatch(
        new RegExp(`^${shown} of these fell due`),
      )
    },
    later,
  )
})

test('no page of it weighs more than 25 KB', () => {
  const pages = filesIn(site, 'index.html').map((name) => `/${name.replace(/index\.html$/, '')}`)
  const heavy = pages
    .map((path) => [path, weightOf(site, path).bytes] as const)
    .filter(([, bytes]) => bytes > 25 * 1024)
  expect(heavy).toEqual([])
})
