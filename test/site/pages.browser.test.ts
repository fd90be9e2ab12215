/** Every page of both sites, built from releases good and bad, as a browser sees it. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openSites, type Site, sitesOf } from './sites.ts'
import { gzipped, weightOf } from './weight.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const runAxe = `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`

const sites = [
  ...sitesOf('sample', 'full', 'troubled', 'first'),
  { audience: 'leadership', release: 'odd' } as const,
]
const opened = await openSites(sites)
afterAll(() => opened.close())

/** Pages that one template makes of many rows: the first and the last stand for all. */
const manyOfOne = [/^\/recurring\/./, /^\/brief\/./]
const somePages = (site: Site): string[] => {
  const all = opened.pagesOf(site)
  return all.filter((path) => {
    const template = manyOfOne.find((pattern) => pattern.test(path))
    const alike = template === undefined ? [path] : all.filter((other) => template.test(other))
    return path === alike[0] || path === alike.at(-1)
  })
}
const everyPage = sites.flatMap((site) =>
  somePages(site).map((path) => [`${site.release} ${site.audience} ${path}`, site, path] as const),
)
const wholePages = sites
  .filter(({ release }) => release === 'sample')
  .flatMap((site) => opened.pagesOf(site).map((path) => [`${site.audience} ${path}`, site, path] as const))

/** Every value that everybody may see of a measure's figure: its tenths, or its rounded count. */
const roughOf = (site: Site, id: string, figure: string): (number | null)[] =>
  (opened.staffOf(site)?.promises ?? [])
    .filter(({ measure }) => measure === id)
    .flatMap(({ figure: name, share, count }) => {
      if (figure === `${name}_in_tenths`) return share === null ? [] : [share.tenths / 10]
      return figure === `${name}_rounded` ? [count] : []
    })

/** Every value that the release holds for a measure's figure, be it a headline, a figure or a point of a series. */
const publishedOf = (site: Site, id: string, figure: string): (number | null)[] => {
  if (site.audience === 'staff') return roughOf(site, id, figure)
  const measure = opened.measuresOf(site).find((candidate) => candidate.id === id)
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

  test('fits 320 pixels, which is 1280 at 400 %, asks no other host and keeps its own policy', async () => {
    const narrow = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }
    await opened.open(site, path, narrow, async (page, heard) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      expect(heard.asked.filter((address) => !address.startsWith(opened.addressOf(site)))).toEqual([])
      expect(heard.complaints).toEqual([])
    })
  })

  test('has one main heading, and shows without scripts the unrounded figures of the release', async () => {
    await opened.open(site, path, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.title()).toContain('Services')
      const shown = await page
        .locator('[data-measure]')
        .evaluateAll((elements) => elements.map((element) => ({ ...(element as HTMLElement).dataset })))
      for (const { measure = '', figure = '', value } of shown) {
        expect(publishedOf(site, measure, figure)).toContain(Number(value))
      }
    })
  })

  test('gives no two controls one name, and no id twice', async () => {
    await opened.open(site, path, {}, async (page) => {
      const names = await page.locator('button:visible, summary:visible, a[download]').allTextContents()
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
      const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    })
  })
})

test.each(wholePages)('%s weighs no more than it may', (_, site, path) => {
  const { bytes, hasChart } = weightOf(opened.folderOf(site), path)
  expect(bytes).toBeLessThanOrEqual((hasChart ? 100 : 25) * 1024)
})

test('cells weigh no more than 60 KB each and stand on the leadership site alone', () => {
  for (const site of sites) {
    const names = readdirSync(opened.folderOf(site), { recursive: true }).map(String)
    const cells = names.filter((name) => name.startsWith('cells/') && name.endsWith('.json'))
    const isGiven = site.audience === 'leadership' && site.release === 'sample'
    expect(cells.length > 0).toBe(isGiven)
    for (const name of cells)
      expect(gzipped(join(opened.folderOf(site), name))).toBeLessThanOrEqual(60 * 1024)
  }
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

/** Pages that are reached from a page, link by link. */
const reached = (folder: string, from: string): Set<string> => {
  const seen = new Set<string>()
  const open = [from]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const html = readFileSync(join(folder, path, 'index.html'), 'utf8')
    for (const [, link = ''] of html.matchAll(/ href="(\/[^"#?]*)/g)) if (link.endsWith('/')) open.push(link)
  }
  return seen
}

test('every page is reached from the first', () => {
  for (const site of sites) {
    const all = opened.pagesOf(site)
    expect([...reached(opened.folderOf(site), '/')].sort()).toEqual(all)
  }
})

test('every link within a site leads to something', () => {
  for (const site of sites) {
    const folder = opened.folderOf(site)
    const there = new Set(
      readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll('\\', '/')}`),
    )
    for (const path of opened.pagesOf(site)) {
      const html = readFileSync(join(folder, path, 'index.html'), 'utf8')
      const links = [...html.matchAll(/ (?:href|src)="(\/[^"#?]*)/g)].map((match) => match[1] ?? '')
      const lost = links.filter((link) => !there.has(link.endsWith('/') ? `${link}index.html` : link))
      expect([path, [...new Set(lost)]]).toEqual([path, []])
    }
  }
})
