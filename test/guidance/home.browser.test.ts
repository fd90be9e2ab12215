/** The first page and the page of promises as a phone, a printer and a browser with colours of its own show them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type Served, serve } from '../site/serve.ts'
import { builtStaffSite } from './built.ts'
import { sampleRelease } from './releases.ts'

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Look = NonNullable<Parameters<Browser['newContext']>[0]>
type Page = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['newPage']>>

let site = { folder: '', remove: (): void => {} }
let served: Served
let browser: Browser
beforeAll(async () => {
  site = await builtStaffSite(sampleRelease)
  served = await serve(site.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
  site.remove()
})

const seen = async <Answer>(
  path: string,
  look: Look,
  ask: (page: Page) => Promise<Answer>,
): Promise<Answer> => {
  const context = await browser.newContext({ viewport: { width: 375, height: 700 }, ...look })
  try {
    const page = await context.newPage()
    await page.goto(`${served.address}${path}`)
    return await ask(page)
  } finally {
    await context.close()
  }
}

describe('on a phone', () => {
  test('the first page is at most 4,500 pixels long', async () => {
    const height = await seen('/', {}, (page) => page.evaluate('document.querySelector("main").scrollHeight'))
    expect(height).toBeLessThan(4500)
  })

  test('each promise takes a line, and what stands out a second one', async () => {
    const lines = await seen('/', {}, (page) =>
      page.evaluate(`[...document.querySelectorAll('.kept')].map((line) => ({
        words: line.textContent.trim().slice(0, 40),
        rows: new Set([...line.children].filter((child) => child.getClientRects().length > 0)
          .flatMap((child) => [...child.getClientRects()].map(({ top }) => Math.round(top)))).size,
        most: 1 + line.querySelectorAll('.standing, .kept-part').length,
      }))`),
    )
    const found = lines as { words: string; rows: number; most: number }[]
    expect(found.length).toBeGreaterThan(10)
    expect(found.filter(({ rows, most }) => rows > most)).toEqual([])
  })

  test('no table of the promises is cut off', async () => {
    const cut = await seen('/performance/', {}, (page) =>
      page.evaluate(
        `[...document.querySelectorAll('.region')].filter((region) => region.scrollWidth > region.clientWidth).length`,
      ),
    )
    expect(cut).toBe(0)
  })
})

describe('the procedure’s own words', () => {
  test('are closed, and open without scripts', async () => {
    await seen('/', { javaScriptEnabled: false }, async (page) => {
      const quoted = page.locator('details.quoted').first()
      expect(await quoted.locator('blockquote').isVisible()).toBe(false)
      await quoted.locator('summary').click()
      expect(await quoted.locator('blockquote').isVisible()).toBe(true)
    })
  })

  test('are all printed', async () => {
    await seen('/', { javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: 'print' })
      const heights = () =>
        page.evaluate(
          `[...document.querySelectorAll('details.quoted blockquote')].map((quote) => quote.checkVisibility({ contentVisibilityAuto: true }) ? quote.offsetHeight : 0)`,
        ) as Promise<number[]>
      expect((await heights()).length).toBeGreaterThan(4)
      await expect.poll(async () => Math.min(...(await heights())), { timeout: 10_000 }).toBeGreaterThan(10)
    })
  })
})

describe('the box for an emergency', () => {
  test.each([320, 375, 1440])('keeps within the page at %i pixels', async (width) => {
    const over = await seen('/', { viewport: { width, height: 700 } }, (page) =>
      page.evaluate(
        `document.querySelector('.emergency').getBoundingClientRect().right - document.querySelector('.opening').getBoundingClientRect().right`,
      ),
    )
    expect(over).toBeLessThanOrEqual(0)
  })

  test.each(['.emergency p', '.emergency a', '.action'])(
    'has in forced colours another colour for its words than for its ground: %s',
    async (selector) => {
      const { words, ground } = (await seen('/', { forcedColors: 'active' }, (page) =>
        page.evaluate(`(() => {
          const element = document.querySelector('${selector}')
          const box = element.closest('.emergency') ?? element
          return { words: getComputedStyle(element).color, ground: [getComputedStyle(box).backgroundColor, getComputedStyle(document.documentElement).backgroundColor] }
        })()`),
      )) as { words: string; ground: string[] }
      expect(ground).not.toContain(words)
    },
  )

  test('names live chat, with or without an address of its own', async () => {
    const said = await seen('/', {}, (page) => page.locator('.emergency').textContent())
    expect(said?.replace(/\s+/g, ' ')).toContain('or use live chat')
  })
})

test('the flowchart prints on two sheets and ends with the doors to go through', async () => {
  await seen('/flowchart/', {}, async (page) => {
    expect(await page.locator('.flow-doors a').evaluateAll((links) => links.length)).toBe(2)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBe(2)
  })
})

test('no table of how the promises are kept is wider than a printed page', async () => {
  // A4 less two margins of 16 mm, at 96 dots an inch
  await seen('/performance/', { viewport: { width: 673, height: 950 } }, async (page) => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(673)
  })
})
