/** Figures and tables as a browser has them: drawn anew, sorted, unfolded, downloaded. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenSites, openSites, sitesOf } from '../sites.ts'

const [leadership] = sitesOf('full') as [ReturnType<typeof sitesOf>[number]]
const figure = '#escalation-within'
let opened: OpenSites

beforeAll(async () => {
  opened = await openSites([leadership])
})
afterAll(async () => opened?.close())

const visit = (options: Parameters<OpenSites['open']>[2], look: (page: Page) => Promise<void>) =>
  opened.open(leadership, '/acknowledged/', options, async (page, { complaints }) => {
    await look(page)
    expect(complaints).toEqual([])
  })

const bars = {
  kind: 'bars',
  by: 'Age',
  unit: 'items',
  item_kind: 'ticket',
  bars: [{ label: 'under 1 day', value: 3 }],
}
const stacked = {
  kind: 'stacked',
  by: 'Level',
  unit: 'items',
  item_kind: 'ticket',
  parts: ['met', 'missed'],
  bars: [{ label: 'P1', values: [30, 12] }],
}
const send = (page: Page, input: object): Promise<void> =>
  page
    .locator(figure)
    .evaluate(
      (element, detail) => void element.dispatchEvent(new CustomEvent('chartinput', { detail })),
      input,
    )
const picture = (page: Page): Promise<string> =>
  page.locator(`${figure} canvas`).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())

describe('a figure that gets another input', () => {
  test('is drawn anew, of another kind too, and its reading is over', async () => {
    await visit({}, async (page) => {
      const before = await picture(page)
      const readout = page.locator(`${figure} [data-readout]`)
      const next = page.locator(figure).getByRole('button', { name: 'Next point' })
      await next.click()
      expect(await readout.innerText()).not.toBe('')
      await send(page, bars)
      expect(await readout.innerText()).toBe('')
      expect(await picture(page)).not.toBe(before)
      await next.click()
      expect((await readout.innerText()).replaceAll('\u00a0', ' ')).toBe('under 1 day: 3 tickets.')
    })
  })

  test('has the key, the notes and the marks of the new one', async () => {
    await visit({}, async (page) => {
      await send(page, stacked)
      expect(await page.locator(`${figure} [data-key] li`).allTextContents()).toEqual(['Met', 'Missed'])
      expect(await page.locator(`${figure} [data-key]`).isVisible()).toBe(true)
      expect(await page.locator(`${figure} [data-notes]`).innerText()).toBe('')
      expect(await page.locator(`${figure} [data-marks]`).isVisible()).toBe(false)
      await send(page, bars)
      expect(await page.locator(`${figure} [data-key]`).isVisible()).toBe(false)
    })
  })

  test('is as it was when it gets back what the page carries', async () => {
    await visit({}, async (page) => {
      const words = page.locator(`${figure} figcaption`)
      const [before, said] = [await picture(page), await words.innerText()]
      const carried = await page
        .locator(`${figure} script[type="application/json"]`)
        .evaluate(({ textContent }) => textContent)
      await send(page, bars)
      await send(page, JSON.parse(carried ?? ''))
      expect(await words.innerText()).toBe(said)
      expect(await picture(page)).toBe(before)
    })
  })
})

describe('a long table', () => {
  const table = 'table[data-sortable]'

  test('is sorted by a head, and says by which', async () => {
    await visit({}, async (page) => {
      const first = page.locator('.breakdown').locator(table).first()
      const head = first.locator('th[scope="col"]').nth(1)
      const shown = async (): Promise<number[]> =>
        (await first.locator('tbody tr td:nth-child(2)').allTextContents()).map((text) =>
          Number(text.replaceAll(',', '')),
        )
      const values = await shown()
      await head.getByRole('button').click()
      expect(await head.getAttribute('aria-sort')).toBe('descending')
      expect(await shown()).toEqual([...values].sort((a, b) => b - a))
      await head.getByRole('button').click()
      expect(await head.getAttribute('aria-sort')).toBe('ascending')
      expect(await shown()).toEqual([...values].sort((a, b) => a - b))
    })
  })

  test('of periods begins with the first ones when it is sorted by them', async () => {
    await visit({}, async (page) => {
      await page.locator(`${figure} summary`).click()
      const months = page.locator(`${figure} tbody th`)
      const before = await months.allTextContents()
      await page.locator(`${figure} thead button`).first().click()
      expect(await months.allTextContents()).toEqual(before.toReversed())
      await page.locator(`${figure} thead button`).first().click()
      expect(await months.allTextContents()).toEqual(before)
    })
  })

  test('shows its first rows, and all by a button', async () => {
    await visit({}, async (page) => {
      const part = page.locator('.breakdown', { has: page.locator('[data-unfold]') }).first()
      const rows = part.locator('tbody tr')
      const visible = async (): Promise<number> => (await rows.filter({ visible: true }).all()).length
      const button = part.getByRole('button', { name: /^Show all \d+ rows/ })
      expect(await visible()).toBe(8)
      await button.click()
      expect(await visible()).toBe(await rows.count())
      await part.getByRole('button', { name: /^Show the first 8 rows only/ }).click()
      expect(await visible()).toBe(8)
    })
  })
})

describe('without scripts', () => {
  test('every row stands there, without a button', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      const part = page.locator('.breakdown', { has: page.locator('[data-folded]') }).first()
      const rows = part.locator('tbody tr')
      expect((await rows.filter({ visible: true }).all()).length).toBe(await rows.count())
      expect(await part.locator('button').filter({ visible: true }).count()).toBe(0)
    })
  })

  test('the numbers are saved as a file by a name of their own', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      const links = await page.locator('[data-csv]').allInnerTexts()
      expect(new Set(links).size).toBe(links.length)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`${figure} [data-csv]`).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.csv$/)
      const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
      expect(lines[0]).toMatch(/^\uFEFF"Month",/)
      expect(lines).toHaveLength((await page.locator(`${figure} tbody tr`).count()) + 2)
    })
  })
})
