/** Every page of both sites, built from releases good and bad, as a browser sees it. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenSites, openSites, pagesOf, type Site, sitesOf } from './sites.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const runAxe = `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`

const sites = sitesOf('full', 'troubled', 'first')
const everyPage = sites.flatMap((site) =>
  pagesOf(site).map((path) => [`${site.release} ${site.audience} ${path}`, site, path] as const),
)
const fullPages = everyPage.filter(([, site]) => site.release === 'full')
let opened: OpenSites

beforeAll(async () => {
  opened = await openSites(sites)
})
afterAll(async () => opened?.close())

/** Every value that the release holds for a measure's figure, be it a headline, a figure or a point of a series. */
const publishedOf = ({ fixture }: Site, id: string, figure: string): (number | null)[] => {
  const measure = fixture.measures.find((candidate) => candidate.id === id)
  if (measure === undefined) return []
  const figures = [...measure.figures, ...(measure.headline === null ? [] : [measure.headline])]
  return [
    ...figures.filter((candidate) => candidate.id === figure).map(({ value }) => value),
    ...measure.series
      .filter((series) => series.id === figure)
      .flatMap(({ points }) => points.map(({ value }) => value)),
  ]
}

describe.each(everyPage)('%s', (_, site, path) => {
  test('has no accessibility violation, in light and in dark', async () => {
    await opened.open(site, path, { colorScheme: 'light', bypassCSP: true }, async (page) => {
      await page.addScriptTag({ content: axe })
      expect(await page.evaluate(runAxe)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await page.evaluate(runAxe)).toEqual([])
    })
  })

  test('fits 320 pixels, asks no other host and keeps its own policy', async () => {
    await opened.open(site, path, { viewport: { width: 320, height: 640 } }, async (page, heard) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      expect(heard.asked.filter((address) => !address.startsWith(opened.addressOf(site)))).toEqual([])
      expect(heard.complaints).toEqual([])
    })
  })

  test('has one main heading, and shows without scripts the unrounded figures of the release', async () => {
    await opened.open(site, path, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.title()).toContain('IT Services')
      const shown = await page
        .locator('[data-measure]')
        .evaluateAll((elements) => elements.map((element) => ({ ...(element as HTMLElement).dataset })))
      for (const { measure = '', figure = '', value } of shown) {
        expect(publishedOf(site, measure, figure)).toContain(Number(value))
      }
    })
  })
})

describe.each(fullPages)('%s', (_, site, path) => {
  test('weighs no more than it may', async () => {
    await opened.open(site, path, {}, async (page, { asked }) => {
      const files = asked
        .map((address) => new URL(address).pathname)
        .map((name) => (name.endsWith('/') ? `${name}index.html` : name))
      const bytes = files.reduce(
        (sum, name) => sum + gzipSync(readFileSync(join(opened.folderOf(site), name))).length,
        0,
      )
      const hasChart = (await page.locator('canvas').count()) > 0
      expect(bytes).toBeLessThanOrEqual((hasChart ? 100 : 25) * 1024)
      expect(files.some((name) => name.endsWith('.js') && name !== '/theme.js')).toBe(hasChart)
    })
  })
})

test('the names of methods stand on the page of definitions only', () => {
  for (const folder of sites.map(opened.folderOf)) {
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      if (!name.endsWith('.html') || name.includes('definitions')) continue
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/gini|kaplan|xmr/i)
    }
  }
})

test('no page allows an inline script, an inline style or another host', () => {
  for (const folder of sites.map(opened.folderOf)) {
    const names = readdirSync(folder, { recursive: true }).map(String)
    for (const name of names.filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, name), 'utf8')
      const policy = html.match(/http-equiv="content-security-policy" content="([^"]+)"/)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|https?:/)
      expect(html).not.toMatch(/ style="| on[a-z]+="/)
    }
  }
})
