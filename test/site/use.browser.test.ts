/** The sites as they are used: charts by keys and buttons, no scripts, colours, the staff site's doors. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenSites, openSites, sitesOf } from './sites.ts'

const [leadership, staff] = sitesOf('full') as [
  ReturnType<typeof sitesOf>[number],
  ReturnType<typeof sitesOf>[number],
]
const byMonth = '#escalation-within'
let opened: OpenSites

beforeAll(async () => {
  opened = await openSites([leadership, staff])
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
      const cells = page.locator(`${byMonth} tbody td`)
      expect(await cells.count()).toBe(26 * 3)
      expect(await cells.first().isVisible()).toBe(true)
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
    await page.getByRole('link', { name: 'Definitions', exact: true }).click()
    await page.waitForURL('**/definitions/')
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(21, 23, 26)',
    )
    expect(await page.getByRole('button', { name: 'Light colours' }).isVisible()).toBe(true)
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
