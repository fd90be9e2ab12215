/** The sites of a world, built from a night over it and served with the headers that they ask for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Served, serve } from '../../../etl/serve.ts'
import { openBrowser } from '../../browser.ts'
import { goodNight, type Night } from '../../support/installation.ts'
import { buildSite, filesIn } from '../operations/build.ts'
import type { Audience } from '../sites.ts'
import { type Noticed, nothing, visit } from './visit.ts'
import { worldOf } from './world.ts'

export const audiences = ['staff', 'leadership', 'operations'] as const

export type WorldSites = {
  night: Night
  browser: Browser
  folderOf: (audience: Audience) => string
  /** Addresses of its pages from its root, the first page empty. */
  pagesOf: (audience: Audience) => string[]
  /** Opens a page, uses it, and resolves to what was noticed. */
  noticedAt: (audience: Audience, path: string, use?: (page: Page) => Promise<void>) => Promise<Noticed>
  close: () => Promise<void>
}

/** A night over a world of texts, its sites, and a browser before them. */
export const sitesOf = async (texts: readonly string[]): Promise<WorldSites> => {
  const night = await goodNight(worldOf(texts))
  const root = mkdtempSync(join(tmpdir(), 'hostile-'))
  const folderOf = (audience: Audience): string => join(root, audience)
  const served = new Map<Audience, Served>()
  for (const audience of audiences) {
    await buildSite(audience, join(night.dir, 'current'), folderOf(audience))
    served.set(audience, await serve(folderOf(audience)))
  }
  const browser = await openBrowser()
  return {
    night,
    browser,
    folderOf,
    pagesOf: (audience) =>
      filesIn(folderOf(audience), 'index.html')
        .map((name) => name.replace(/index\.html$/, ''))
        .sort(),
    noticedAt: async (audience, path, use = async () => {}) => {
      const noticed = nothing()
      await visit(browser, served.get(audience)?.address ?? '', path, noticed, use)
      return noticed
    },
    close: async () => {
      await browser.close()
      for (const { close } of served.values()) close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
