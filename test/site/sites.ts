/** Sites built from fixtures and opened in a browser, for the tests of pages. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { MeasureFile, StaffFile } from '../../data/contract.ts'
import { openBrowser } from '../browser.ts'
import { sampleNight } from '../support/sample-night.ts'
import { firstNight, full, troubled, writeRelease } from './fixture.ts'
import { crowded } from './fixture-crowded.ts'
import { odd } from './fixture-odd.ts'
import { type Served, serve } from './serve.ts'

const fixtures = { full, troubled, first: firstNight, odd, crowded } as const
/** `sample`: the release of a whole night over the sample; the others are made by hand. */
export type ReleaseName = keyof typeof fixtures | 'sample'
export type Audience = 'leadership' | 'staff' | 'operations'
export type Site = { audience: Audience; release: ReleaseName }
export type Heard = { asked: string[]; complaints: string[] }
type Visit = (page: Page, heard: Heard) => Promise<void>

export type OpenSites = {
  folderOf: (site: Site) => string
  addressOf: (site: Site) => string
  /** Addresses of its pages, in alphabetical order. */
  pagesOf: (site: Site) => string[]
  /** The released measures that it was built from. */
  measuresOf: (site: Site) => MeasureFile[]
  /** The rounded figures of its release. */
  staffOf: (site: Site) => StaffFile | undefined
  /** Opens a page, gathers what it asks for and complains of, and hands both to the visit. */
  open: (site: Site, path: string, options: BrowserContextOptions, visit: Visit) => Promise<void>
  close: () => Promise<void>
}

/** All audiences of some releases. */
export const sitesOf = (...releases: ReleaseName[]): Site[] =>
  releases.flatMap((release) =>
    (['leadership', 'staff', 'operations'] as const).map((audience) => ({ audience, release })),
  )

const releaseFolder = async (name: ReleaseName, root: string): Promise<string> => {
  if (name === 'sample') return join((await sampleNight()).dir, 'current')
  const folder = join(root, name)
  writeRelease(folder, fixtures[name]())
  return folder
}

const build = async ({ audience, release }: Site, root: string, folder: string): Promise<void> => {
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      AUDIENCE: audience,
      RELEASE: await releaseFolder(release, root),
      OUT: folder,
    },
  })
}

const htmlIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort()

const measuresIn = (folder: string): MeasureFile[] =>
  readdirSync(join(folder, 'measures')).map((name) =>
    JSON.parse(readFileSync(join(folder, 'measures', name), 'utf8')),
  )

const staffIn = (folder: string): StaffFile => JSON.parse(readFileSync(join(folder, 'staff.json'), 'utf8'))

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
  const measures = new Map<ReleaseName, MeasureFile[]>()
  const staff = new Map<ReleaseName, StaffFile>()
  for (const site of sites) {
    await build(site, root, folderOf(site))
    const released = await releaseFolder(site.release, root)
    measures.set(site.release, measuresIn(released))
    staff.set(site.release, staffIn(released))
    served.set(folderOf(site), await serve(folderOf(site)))
  }
  const addressOf = (site: Site): string => served.get(folderOf(site))?.address ?? ''
  const browser = await openBrowser()
  return {
    folderOf,
    addressOf,
    pagesOf: (site) => htmlIn(folderOf(site)),
    measuresOf: ({ release }) => measures.get(release) ?? [],
    staffOf: ({ release }) => staff.get(release),
    open: visitor(browser, addressOf),
    close: async () => {
      await browser.close()
      for (const server of served.values()) await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
