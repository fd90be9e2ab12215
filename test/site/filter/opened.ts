/** A leadership and a staff site with filters, and a page of theirs in a browser. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openBrowser } from '../../browser.ts'
import { type Served, serve } from '../serve.ts'
import { writeWorld } from './world.ts'

const root = mkdtempSync(join(tmpdir(), 'filters-'))
/** The folder of an audience’s site. */
export const outOf = (audience: string): string => join(root, audience)
let served: Served
let browser: Browser

const build = (audience: string): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      AUDIENCE: audience,
      RELEASE: join(root, 'release'),
      OUT: outOf(audience),
    },
  })

beforeAll(async () => {
  writeWorld(join(root, 'release'))
  await build('leadership')
  await build('staff')
  served = await serve(outOf('leadership'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
  rmSync(root, { recursive: true, force: true })
})

type Heard = { asked: string[]; complaints: string[] }

/** Opens the page with a query and hands it to the visit. */
export const open = async (
  query: string,
  visit: (page: Page, heard: Heard) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const heard: Heard = { asked: [], complaints: [] }
  const page = await context.newPage()
  page.on('request', (request) => heard.asked.push(new URL(request.url()).pathname))
  page.on('console', (message) => message.type() === 'error' && heard.complaints.push(message.text()))
  page.on('pageerror', (error) => heard.complaints.push(String(error)))
  try {
    await page.goto(`${served.address}/acknowledged/${query}`, { waitUntil: 'load' })
    await visit(page, heard)
  } finally {
    await context.close()
  }
}

export const form = 'form[data-filters]'
const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ').trim()
const saidOn = async (page: Page): Promise<string> =>
  plain(await page.locator(`${form} [role="status"]`).textContent())
/** Waits until the status says so. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  typeof words === 'string'
    ? expect.poll(() => saidOn(page)).toContain(words)
    : expect.poll(() => saidOn(page)).toMatch(words)
/** Sets a field of the form. */
export const choose = (page: Page, name: string, option: string): Promise<unknown> =>
  page.locator(`${form} select[name="${name}"]`).selectOption(option)
/** The large number and its words. */
export const headline = async (page: Page): Promise<string> =>
  plain(await page.locator('[data-view="headline"]').textContent())
export const queryOf = (page: Page): string => new URL(page.url()).search
/** The cells that were asked for. */
export const cellsIn = ({ asked }: Heard): string[] => asked.filter((path) => path.includes('/cells/'))
