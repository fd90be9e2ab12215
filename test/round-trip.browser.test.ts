/** One escalation all the way: written with the form of the staff site, sent, read by the next night, and seen where it counts. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Served, serve } from './site/serve.ts'
import { configOf, csv, eventSource } from './support/config.ts'
import { folder, goodNight, type Night, night, put } from './support/installation.ts'

const mailbox = `
- name: mailbox
  files: "mail/*.eml"
  format: mailbox
  addresses: [escalations@example.ac.uk]
`
const at = '2026-03-31T12:00:00Z'
const log = csv(
  'id,at,order,status,owner,team,actor,opened',
  'INC0123456,2026-03-02T09:00Z,1,new,,,,2026-03-02T09:00Z',
)

const audiences = ['staff', 'leadership', 'operations'] as const
type Sites = Readonly<Record<(typeof audiences)[number], Served>>

let browser: Browser
let before: Night
const served: Served[] = []

beforeAll(async () => {
  browser = await openBrowser()
  const files = { 'inbox/log.csv': { content: log, at } }
  before = await goodNight({ config: configOf(`${eventSource}\n${mailbox.trim()}`), files }, ['--as-of', at])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  for (const one of served) await one.close()
})

/** The sites of the release that stands. */
async function sitesOf(dir: string): Promise<Sites> {
  const out = await folder()
  const built = audiences.map(async (audience) => {
    const env = { ...process.env, NODE_ENV: 'production', AUDIENCE: audience, OUT: join(out, audience) }
    execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      env: { ...env, RELEASE: join(dir, 'current') },
      stdio: 'pipe',
    })
    const one = await serve(join(out, audience))
    served.push(one)
    return [audience, one] as const
  })
  return Object.fromEntries(await Promise.all(built)) as Sites
}

async function open<T>({ address }: Served, path: string, does: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage()
  try {
    await page.clock.setFixedTime('2026-03-30T09:00:00Z')
    await page.goto(`${address}${path}`)
    return await does(page)
  } finally {
    await page.close()
  }
}

/** Fills the form in, reviews it, and takes the draft that it offers. */
const writeWithForm = (staff: Served): Promise<string> =>
  open(staff, '/escalate/', async (page) => {
    await page.getByLabel('Ticket number').fill('inc 0123456')
    await page.getByLabel('Teaching').check()
    await page.getByLabel('Day', { exact: true }).fill('1')
    await page.getByLabel('Month').fill('4')
    await page.getByLabel('Year').fill('2026')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Check your answers', exact: true }).waitFor()
    const link = page.getByRole('link', { name: 'Save as a draft e-mail (.eml)' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    return readFileSync(await download.path(), 'utf8')
  })

/** What a mail program adds when a draft is sent. */
const sent = (draft: string): string =>
  [
    'From: Ola Berg <o.berg@example.ac.uk>',
    'Date: Mon, 30 Mar 2026 10:00:00 +0100',
    'Message-ID: <one@example.ac.uk>',
    draft.replace('X-Unsent: 1\r\n', ''),
  ].join('\r\n')

/** How many escalations wait for acknowledgement, as the leaders' board says it. */
const waitingOnBoard = (leadership: Served): Promise<string[]> =>
  open(leadership, '/', (page) =>
    page
      .locator('[data-measure="acknowledged"][data-figure="waiting_now"][data-kind="escalation"]')
      .evaluateAll((found) => found.map((one) => one.getAttribute('data-value') ?? '')),
  )

const listed = (operations: Served): Promise<string> =>
  open(operations, '/', (page) => page.locator('main').innerText())

test('what the form writes is counted and listed the next morning', async () => {
  const { dir } = before
  const first = await sitesOf(dir)
  expect(await listed(first.operations)).not.toContain('INC0123456')
  const draft = await writeWithForm(first.staff)

  await put(dir, { 'inbox/mail/one.eml': { content: sent(draft), at: '2026-03-30T11:00:00Z' } })
  const after = await night(dir, ['--as-of', at])
  expect(after.code).toBe(0)
  expect(
    await after.query(
      `select reason, impact, needed_by::varchar as needed_by, route, ticket_id, ticket_match from fct_escalations`,
    ),
  ).toEqual([
    {
      reason: 'unknown',
      impact: 'teaching',
      needed_by: '2026-04-01',
      route: 'form',
      ticket_id: 'INC0123456',
      ticket_match: 'matched',
    },
  ])

  const second = await sitesOf(dir)
  expect(await waitingOnBoard(second.leadership)).toContain('1')
  expect(await listed(second.operations)).toMatch(/INC0123456[\s\S]*No acknowledgement/)
}, 120_000)

test('a draft that was never sent is set aside by name, not lost', async () => {
  const { dir } = await goodNight(
    {
      config: configOf(`${eventSource}\n${mailbox.trim()}`),
      files: { 'inbox/log.csv': { content: log, at } },
    },
    ['--as-of', at],
  )
  await put(dir, {
    'inbox/mail/draft.eml': {
      content: 'To: escalations@example.ac.uk\r\nSubject: IT escalation\r\nX-Unsent: 1\r\n\r\nHello\r\n',
      at,
    },
  })
  const { code, run } = await night(dir, ['--as-of', at])
  const receipt = (await run()).files.find(({ name }) => name.endsWith('draft.eml'))
  expect(code).toBe(0)
  expect(receipt).toMatchObject({ records: 1, kept: 0 })
  expect(Object.values(receipt?.quarantined ?? {})).toEqual([1])
}, 60_000)
