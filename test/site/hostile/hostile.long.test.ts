/** Every page of all sites over hostile texts, used in full, and beside the same sites over calm ones. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Audience } from '../sites.ts'
import { hostileFiles } from './files.ts'
import { audiences, sitesOf, type WorldSites } from './sites.ts'
import { calmTexts, hostileTexts } from './texts.ts'
import { checkFiles, escalate, useFigures, useFilters } from './use.ts'
import { nothing } from './visit.ts'

const texts = [...hostileTexts.values()]
const tags = [
  'script',
  'img',
  'svg',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'button',
  'style',
  'link',
  'meta',
  'base',
  'a',
  'a[href^="javascript:" i]',
]
let hostile: WorldSites
let calm: WorldSites
beforeAll(async () => {
  hostile = await sitesOf(texts)
  calm = await sitesOf(calmTexts)
})
afterAll(async () => {
  await hostile?.close()
  await calm?.close()
})

const countsAt = async (
  sites: WorldSites,
  audience: Audience,
  path: string,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  await sites.noticedAt(audience, path, async (page) => {
    for (const tag of tags) counts[tag] = await page.locator(tag).count()
  })
  return counts
}

/** Issues are made of the words of tickets, which are others in the calm world; these pages list them. */
const isOfOwnNumber = (path: string): boolean => path.startsWith('recurring/') || path === 'brief/'

describe.each(audiences)('the %s site', (audience) => {
  const use = async (page: Page): Promise<void> => {
    await useFigures(page)
    await useFilters(page, 3)
    if (page.url().endsWith('/escalate/'))
      await escalate(
        page,
        texts.filter(({ length }) => length < 1_000),
      )
    if (page.url().endsWith('/check/')) await checkFiles(page, hostileFiles())
  }

  test('is unharmed on every page, however it is used', async () => {
    const paths = hostile.pagesOf(audience)
    const found = []
    for (const path of paths) found.push({ path, ...(await hostile.noticedAt(audience, path, use)) })
    console.log(`${audience}: ${paths.length} pages, ${texts.length} texts`)
    expect(found).toEqual(paths.map((path) => ({ path, ...nothing() })))
  })

  test('is made of as many elements as over calm texts', async () => {
    const both = hostile
      .pagesOf(audience)
      .filter((path) => calm.pagesOf(audience).includes(path) && !isOfOwnNumber(path))
    expect(both.length).toBeGreaterThan(5)
    for (const path of both)
      expect([path, await countsAt(hostile, audience, path)]).toEqual([
        path,
        await countsAt(calm, audience, path),
      ])
  })
})

test('figures filtered by every text', async () => {
  const noticed = await hostile.noticedAt('leadership', 'acknowledged/', (page) =>
    useFilters(page, texts.length),
  )
  expect(noticed).toEqual(nothing())
})
