/** The sites as they are used: charts by keys and buttons, no scripts, colours, the staff site's doors. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenSites, openSites, type Site } from './sites.ts'

const leadership: Site = { audience: 'leadership', release: 'full' }
const staff: Site = { audience: 'staff', release: 'full' }
const night: Site = { audience: 'leadership', release: 'sample' }
const crowded: Site = { audience: 'leadership', release: 'crowded' }
const byMonth = '#escalation-within'
let opened: OpenSites

beforeAll(async () => {
  opened = await openSites([leadership, staff, night, crowded])
})
afterAll(async () => opened?.close())

const read = async (page: Page, figure: string): Promise<string> =>
  (await page.locator(`${figure} [data-readout]`).innerText()).replaceAll('\u00a0', ' ')

describe('a chart', () => {
  test('is one stop of the tabulator and is read by arrow keys', async () => {
    await opened.open(leadership, '/acknowledged/', {}, async (page) => {
      await page.locator(`${byMonth} canvas`).focus()
      await page.keyboard.press('End')
      expect(await read(page, byMonth)).toMatch(/^November 2026 \(not complete yet\): /)
      await page.keyboard.press('ArrowLeft')
      expect(await read(page, byMonth)).toBe('October 2026: 89 % of 38 escalations.')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Previous point/)
    })
  })

  test('is read by its buttons from one end to the other', async () => {
    await opened.open(leadership, '/owner-load/', {}, async (page) => {
      const said: string[] = []
      for (let press = 0; press < 6; press++) {
        await page.locator('#ticket-people').getByRole('button', { name: 'Next point' }).click()
        said.push(await read(page, '#ticket-people'))
      }
      expect(said).toEqual([
        '1 to 2: 3 people.',
        '3 to 5: 4 people.',
        '6 to 10: 3 people.',
        '11 to 20: 2 people.',
        'over 20: 2 people.',
        'over 20: 2 people.',
      ])
    })
  })

  test('has controls with names of their own', async () => {
    await opened.open(leadership, '/acknowledged/', {}, async (page) => {
      const names = await page.locator('button, summary').allTextContents()
      expect(names.length).toBeGreaterThan(12)
      expect(new Set(names).size).toBe(names.length)
    })
  })

  test('shows its last 26 points where it is narrow, and says so', async () => {
    await opened.open(
      leadership,
      '/acknowledged/',
      { viewport: { width: 320, height: 640 } },
      async (page) => {
        const note = page.locator('#ticket-within [data-narrow]')
        expect(await note.isVisible()).toBe(true)
        await page.setViewportSize({ width: 1000, height: 800 })
        await note.waitFor({ state: 'hidden' })
      },
    )
  })

  test('is drawn in the colours of the scheme, of the system and of paper', async () => {
    await opened.open(leadership, '/acknowledged/', { colorScheme: 'light' }, async (page) => {
      const picture = async (): Promise<string> =>
        page.locator(`${byMonth} canvas`).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
      const light = await picture()
      await page.getByRole('button', { name: 'Dark colours' }).click()
      const dark = await picture()
      expect(dark).not.toBe(light)
      await page.evaluate('dispatchEvent(new Event("beforeprint"))')
      expect(await picture()).toBe(light)
      await page.evaluate('dispatchEvent(new Event("afterprint"))')
      expect(await picture()).toBe(dark)
      await page.emulateMedia({ forcedColors: 'active' })
      await expect.poll(picture).not.toBe(dark)
    })
  })
})

describe('without scripts', () => {
  test('every chart is a table that can be read', async () => {
    await opened.open(leadership, '/acknowledged/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('canvas').first().isVisible()).toBe(false)
      const rows = page.locator(`${byMonth} tbody tr`)
      expect(await rows.count()).toBe(26)
      expect(await rows.first().isVisible()).toBe(true)
      expect(await page.locator('[data-filters]').isVisible()).toBe(false)
      expect(await page.locator('.headline-number').innerText()).toContain('89')
    })
  })

  test('the switch of colours, which needs them, is not offered', async () => {
    await opened.open(staff, '/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-scheme-switch]').isVisible()).toBe(false)
    })
  })
})

test('the reader’s choice of colours holds on the next page', async () => {
  await opened.open(staff, '/', { colorScheme: 'light' }, async (page) => {
    await page.getByRole('button', { name: 'Dark colours' }).click()
    await page.getByRole('link', { name: 'Flowchart', exact: true }).click()
    await page.waitForURL('**/flowchart/')
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(21, 23, 26)',
    )
    expect(await page.getByRole('button', { name: 'Light colours' }).isVisible()).toBe(true)
  })
})

describe('what assistive technology is told', () => {
  test('of a figure: its picture, its buttons, its words, its numbers, its file', async () => {
    await opened.open(leadership, '/acknowledged/', {}, async (page) => {
      const told = (await page.locator(byMonth).ariaSnapshot()).replace(
        /\/numbers\/[0-9a-f]+\//,
        '/numbers/…/',
      )
      expect(told.replace(/\n {6,}- row [\s\S]*?(?=\n {2}- link)/, '')).toMatchSnapshot()
    })
  })

  test('of the board: a table with its heads, each promise a row', async () => {
    await opened.open(leadership, '/', {}, async (page) => {
      expect(await page.locator('.board').ariaSnapshot()).toMatchSnapshot()
    })
  })
})

describe('an update that was due', () => {
  const at = async (page: Page, instant: string): Promise<void> => {
    await page.clock.setFixedTime(instant)
    await page.reload()
  }
  test.each([
    ['not due yet', '2026-11-21T12:00:00Z', false],
    ['a little late', '2026-11-22T04:30:00Z', false],
    ['not come', '2026-11-22T06:00:00Z', true],
  ])('%s', async (_, instant, isSaid) => {
    await opened.open(leadership, '/recurring/', {}, async (page) => {
      await at(page, instant)
      if (isSaid) await page.getByText('has not come').waitFor()
      expect(await page.getByText('has not come').isVisible()).toBe(isSaid)
      expect(await page.locator('.freshness').innerText()).toContain('Next update due')
    })
  })

  test('one that looked and found nothing new has come, as long as the next is not due', async () => {
    await opened.open(leadership, '/recurring/', {}, async (page) => {
      await page.route('**/last-good.json', (route) =>
        route.fulfill({ json: { next_update_due_at: '2026-11-23T03:00:00.000Z' } }),
      )
      await at(page, '2026-11-22T06:00:00Z')
      await page.getByText('Next update due Mon 23 Nov 2026').waitFor()
      expect(await page.getByText('has not come').isVisible()).toBe(false)
      await at(page, '2026-11-23T06:00:00Z')
      await page.getByText('An update was due Mon 23 Nov 2026, 03:00 and has not come').waitFor()
    })
  })
})

describe('on paper', () => {
  const pagesIn = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length

  test.each(['/brief/', '/brief/law-school/'])('%s is one page of A4', async (path) => {
    await opened.open(night, path, { colorScheme: 'dark' }, async (page) => {
      expect(pagesIn(await page.pdf({ format: 'A4' }))).toBe(1)
    })
  })

  test('every brief is one page, however much there is to say and in however long words', async () => {
    const briefs = opened.pagesOf(crowded).filter((path) => path.startsWith('/brief/'))
    expect(briefs.length).toBeGreaterThan(3)
    for (const path of briefs) {
      await opened.open(crowded, path, {}, async (page) => {
        expect([path, pagesIn(await page.pdf({ format: 'A4' }))]).toEqual([path, 1])
      })
    }
  })

  test('what a brief has no room for is counted, and leads on a screen to where it stands', async () => {
    await opened.open(crowded, '/brief/', {}, async (page) => {
      const more = page.getByText('This page has no room for').first()
      expect(await more.locator('a').allTextContents()).toEqual(['Promises', 'Recurring issues'])
      await page.emulateMedia({ media: 'print' })
      expect(await more.locator('a').first().isVisible()).toBe(false)
      expect(await page.locator('.sheet').innerText()).not.toContain('No decision is recorded yet')
    })
  })

  test('the brief is light whatever the scheme, and has no relative time', async () => {
    await opened.open(night, '/brief/', { colorScheme: 'dark' }, async (page) => {
      const colours = await page.locator('.sheet').evaluate((sheet) => {
        const { backgroundColor, color } = getComputedStyle(sheet)
        return { backgroundColor, color }
      })
      expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(26, 27, 30)' })
      expect(await page.locator('.sheet').innerText()).not.toMatch(/ ago|yesterday|today|tomorrow/)
    })
  })

  test('what only a screen can do is left out', async () => {
    await opened.open(night, '/acknowledged/', {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      for (const selector of ['.masthead nav', '.reading-buttons', '[data-filters]', '.unfold'])
        expect(await page.locator(selector).first().isVisible()).toBe(false)
      expect(await page.locator('.headline-number').isVisible()).toBe(true)
    })
  })
})

test('nothing moves where less motion is asked for', async () => {
  await opened.open(night, '/acknowledged/', { reducedMotion: 'reduce' }, async (page) => {
    expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto')
    const moving = `[...document.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element)
      return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s')
    }).length`
    expect(await page.evaluate(moving)).toBe(0)
  })
})

test('in forced colours a slipped promise is told by its word and its mark', async () => {
  await opened.open(night, '/', { forcedColors: 'active' }, async (page) => {
    expect(await page.locator('.board tbody tr').first().locator('.standing').innerText()).toMatch(
      /▼\s*Slipped/,
    )
  })
})

test('a sorted table says so, and the fold shows every row', async () => {
  await opened.open(night, '/acknowledged/', {}, async (page) => {
    const table = page.getByRole('table', { name: /^Escalations by department/ })
    const rows = table.locator('tbody tr:visible')
    expect(await rows.count()).toBe(8)
    await page.getByRole('button', { name: /^Show all .* of “Escalations by department/ }).click()
    const many = await rows.count()
    expect(many).toBeGreaterThan(8)
    const head = table.getByRole('columnheader', { name: 'Items' })
    await head.getByRole('button').click()
    expect(await head.getAttribute('aria-sort')).toMatch(/^(a|de)scending$/)
    expect(await rows.count()).toBe(many)
  })
})

describe('the staff site', () => {
  test('has the emergency before anything else, with a number to call', async () => {
    await opened.open(staff, '/', {}, async (page) => {
      expect(await page.locator('.emergency a').first().getAttribute('href')).toBe('tel:02079460000')
      expect(await page.locator('h2').first().innerText()).toBe('Need help right now?')
    })
  })

  test('fills a mail with four lines', async () => {
    await opened.open(staff, '/escalate/', {}, async (page) => {
      const address = new URL((await page.locator('.address a').getAttribute('href')) ?? '')
      expect(address.pathname).toBe('escalations@somewhere.example')
      expect(address.searchParams.get('body')?.split('\r\n')).toHaveLength(4)
      expect(await page.locator('pre').innerText()).toContain('My ticket number:')
    })
  })

  test('holds nothing of the leaders’ pages', () => {
    const folder = opened.folderOf(staff)
    const names = readdirSync(folder, { recursive: true }).map(String)
    const pages = names.filter((name) => name.endsWith('.html'))
    const text = pages.map((name) => readFileSync(join(folder, name), 'utf8')).join('')
    expect(names.filter((name) => /acknowledged|owner-load|recurring|data/.test(name))).toEqual([])
    expect(text).not.toMatch(/small teams|Wi-Fi drop-out|School of Law|canvas/)
  })
})
