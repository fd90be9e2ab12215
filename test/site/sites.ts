/** Sites built from fixtures and opened in a browser, for the tests of pages. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { type Fixture, firstNight, full, troubled, writeRelease } from './fixture.ts'
import { type Served, serve } from './serve.ts'

const fixtures = { full, troubled, first: firstNight } as const
export type ReleaseName = keyof typeof fixtures
export type Site = { audience: 'leadership' | 'staff'; release: ReleaseName; fixture: Fixture }
export type Heard = { asked: string[]; complaints: string[] }
type Visit = (page: Page, heard: Heard) => Promise<void>

export type OpenSites = {
  folderOf: (site: Site) => string
  addressOf: (site: Site) => string
  /** Opens a page, gathers what it asks for and complains of, and hands both to the visit. */
  open: (site: Site, path: string, options: BrowserContextOptions, visit: Visit) => Promise<void>
  close: () => Promise<void>
}

/** Both audiences of some releases. */
export const sitesOf = (...releases: ReleaseName[]): Site[] =>
  releases.flatMap((release) =>
    (['leadership', 'staff'] as const).map((audience) => ({
      audience,
      release,
      fixture: fixtures[release](),
    })),
  )

/** The addresses of a site's pages. */
export const pagesOf = ({ audience }: Site): string[] =>
  audience === 'staff'
    ? ['/', '/escalate/', '/definitions/']
    : ['/', '/acknowledged/', '/owner-load/', '/recurring/', '/data/', '/definitions/']

const build = async ({ audience, release, fixture }: Site, root: string, folder: string): Promise<void> => {
  const from = join(root, release)
  writeRelease(from, fixture)
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      AUDIENCE: audience,
      RELEASE: from,
      OUT: folder,
    },
  })
}

const visitor =
  (browser: Browser, addressOf: (site: Site) => string): OpenSites['open'] =>
  async (site, path, options, visit) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    })
    const heard: Heard = { asked: [], complaints: [] }
    try {
      const page = await context.newPage()
      page.on('request', (request) => heard.asked.push(request.url()))
      page.on('console', (message) => message.type() === 'error' && heard.complaints.push(message.text()))
      page.on('pageerror', (error) => heard.complaints.push(String(error)))
      await page.goto(`${addressOf(site)}${path}`, { waitUntil: 'load' })
      await visit(page, heard)
    } finally {
      await context.close()
    }
  }

/** Builds and serves the sites, one after the other, and starts a browser. */
export const openSites = async (sites: Site[]): Promise<OpenSites> => {
  const root = mkdtempSync(join(tmpdir(), 'sites-'))
  const folderOf = ({ audience, release }: Site): string => join(root, `${release}-${audience}`)
  const served = new Map<string, Served>()
  for (const site of sites) {
    await build(site, root, folderOf(site))
    served.set(folderOf(site), await serve(folderOf(site)))
  }
  const addressOf = (site: Site): string => served.get(folderOf(site))?.address ?? ''
  const browser = await openBrowser()
  return {
    folderOf,
    addressOf,
    open: visitor(browser, addressOf),
    close: async () => {
      await browser.close()
      for (const server of served.values()) await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
