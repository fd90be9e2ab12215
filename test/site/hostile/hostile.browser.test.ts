/** Exports, settings and words full of hostile texts: what a night and its sites make of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { realEffects } from '../../../etl/terminal.ts'
import { filesIn } from '../operations/build.ts'
import { readBack } from './cells.ts'
import { hostileFiles } from './files.ts'
import { audiences, sitesOf, type WorldSites } from './sites.ts'
import { someTexts as texts } from './texts.ts'
import { checkFiles, escalate, useFigures, useFilters } from './use.ts'
import { nothing } from './visit.ts'
import { counted } from './world.ts'

let sites: WorldSites
beforeAll(async () => {
  sites = await sitesOf(texts)
})
afterAll(async () => sites?.close())

describe('the warehouse', () => {
  test('has every table and every item', async () => {
    const [found] = await sites.night.query(
      'select (select count(*) from fct_tickets)::integer as tickets, (select count(*) from fct_escalations)::integer as escalations, (select count(*) from stg_records where fault is not null)::integer as aside',
    )
    expect(found).toEqual({ ...counted(texts), aside: texts.length * 3 })
  })

  test('holds every text as it was written, but for blanks around it and ends of lines in it', async () => {
    const rows = await sites.night.query<{ service: string }>('select distinct service from fct_tickets')
    const kept = new Set(rows.map(({ service }) => service))
    const asRead = (text: string): string => text.replaceAll('\r\n', '\n').trim()
    expect(texts.filter((text) => !kept.has(text) && !kept.has(asRead(text)))).toEqual([])
  })

  test('has written nothing that a text told it to', () => {
    const names = readdirSync(sites.night.dir, { recursive: true }).map(String)
    expect(names.filter((name) => /evil\.(?:duckdb|csv)/.test(name) && !name.startsWith('inbox'))).toEqual([])
    expect(existsSync('evil.csv') || existsSync('evil.duckdb')).toBe(false)
  })
})

test('the log drives no terminal', () => {
  const written: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void written.push(line))
  const { log } = realEffects()
  for (const line of sites.night.lines) log(line)
  spy.mockRestore()
  expect(written.join('').length).toBeGreaterThan(1_000)
  expect(written.filter((line) => /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(line))).toEqual([])
})

describe('files for spreadsheets', () => {
  test('of the sites hold no cell that one would run', () => {
    const files = audiences.flatMap((audience) =>
      filesIn(sites.folderOf(audience), '.csv').map((name) => join(sites.folderOf(audience), name)),
    )
    const found = files.map((file) => ({ file, ...readBack(readFileSync(file, 'utf8')) }))
    expect(found.filter(({ run, ragged }) => run.length > 0 || ragged > 0)).toEqual([])
    expect(found.reduce((sum, { cells }) => sum + cells, 0)).toBeGreaterThan(2_000)
  })

  test('of what was set aside hold none either', () => {
    const folder = join(sites.night.dir, 'quarantine')
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect(names).toHaveLength(1)
    const { run, ragged, rows } = readBack(readFileSync(join(folder, names[0] ?? ''), 'utf8'))
    expect([run, ragged, rows]).toEqual([[], 0, texts.length * 3 + 1])
  })
})

describe('the mail of the night', () => {
  const read = (name: string): string =>
    readFileSync(join(sites.folderOf('leadership'), 'digest', name), 'utf8')

  test('has a subject of one line, without a sign that turns or drives anything', () => {
    expect(read('subject.txt').trimEnd()).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
  })

  test('is made of no element but its own', () => {
    const tags = [...read('mail.html').matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag)
    const own = ['html', 'head', 'meta', 'title', 'body', 'h1', 'h2', 'p', 'ul', 'li', 'a', 'strong']
    expect(tags.length).toBeGreaterThan(10)
    expect(tags.filter((tag) => !own.includes(tag))).toEqual([])
    expect(read('mail.html')).not.toMatch(/<[^>]*\son[a-z]+=|href="(?!https?:)/i)
  })
})

const unharmed = nothing()

describe('a page', () => {
  test.each(['', 'performance/', 'service-levels/', 'flowchart/'])('/%s of the staff site', async (path) => {
    expect(await sites.noticedAt('staff', path, useFigures)).toEqual(unharmed)
  })

  test('that takes an escalation', async () => {
    const short = texts.filter(({ length }) => length < 1_000)
    expect(await sites.noticedAt('staff', 'escalate/', (page) => escalate(page, short))).toEqual(unharmed)
  })

  test.each(['', 'acknowledged/', 'owner-load/', 'teams/', 'recurring/', 'brief/', 'data/'])(
    '/%s of the leadership site',
    async (path) => {
      expect(await sites.noticedAt('leadership', path, useFigures)).toEqual(unharmed)
    },
  )

  test('of changes and of what was decided, titled by each', async () => {
    expect(await sites.noticedAt('leadership', 'improvements/')).toEqual(unharmed)
  })

  test('whose figures are filtered by texts from right to left, and by others', async () => {
    const use = async (page: Parameters<typeof useFigures>[0]): Promise<void> => {
      await useFilters(page, 1)
      for (const text of ['שלום 12 עולם', '</script><script>alert(2)</script>', '__proto__']) {
        await page.locator('select[name="service"]').selectOption({ value: text })
        await page.getByText(/^Showing service/).waitFor()
        await useFigures(page)
      }
    }
    expect(await sites.noticedAt('leadership', 'acknowledged/', use)).toEqual(unharmed)
  })

  test.each(['', 'tickets/', 'data/'])('/%s of the operations site', async (path) => {
    const use = async (page: Parameters<typeof useFigures>[0]): Promise<void> => {
      await useFigures(page)
      await useFilters(page, 2)
    }
    expect(await sites.noticedAt('operations', path, use)).toEqual(unharmed)
  })

  test('that checks files', async () => {
    const files = hostileFiles()
    expect(await sites.noticedAt('operations', 'check/', (page) => checkFiles(page, files))).toEqual(unharmed)
  })
})
