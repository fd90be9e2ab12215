/** How a reader uses the pages: everything that opens, sorts, steps and filters, and the two that take texts. */
import type { Page } from 'playwright-core'

const each = async (page: Page, selector: string, does: (nth: number) => Promise<void>): Promise<void> => {
  const count = await page.locator(selector).count()
  for (let nth = 0; nth < count; nth++) await does(nth)
}

const clickAll = (page: Page, selector: string): Promise<void> =>
  each(page, selector, async (nth) => {
    await page.locator(selector).nth(nth).dispatchEvent('click')
  })

/** Opens what is folded, sorts what can be sorted, and reads the first two points of every chart. */
export const useFigures = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await clickAll(page, '[data-unfold]')
  await clickAll(page, 'th .sort')
  for (let step = 0; step < 2; step++) await clickAll(page, '[data-step="1"]')
}

const optionsOf = (page: Page, nth: number): Promise<string[]> =>
  page
    .locator('form[data-filters] select, form[data-waiting-filters] select')
    .nth(nth)
    .evaluate((select) =>
      [...(select as HTMLSelectElement).options].map(({ value }) => value).filter((value) => value !== ''),
    )

/** Filters by up to so many values of each field, one after the other. */
export const useFilters = async (page: Page, most: number): Promise<void> => {
  const fields = 'form[data-filters] select, form[data-waiting-filters] select:visible'
  await each(page, fields, async (nth) => {
    for (const value of (await optionsOf(page, nth)).slice(0, most)) {
      const field = page.locator(fields).nth(nth)
      await field.selectOption({ value })
      await page.waitForFunction(() => document.querySelector('form[data-busy]') === null)
    }
    await page.locator(fields).nth(nth).selectOption({ index: 0 })
    await page.waitForFunction(() => document.querySelector('form[data-busy]') === null)
  })
}

export type GivenFile = { name: string; mimeType: string; buffer: Buffer }

/** Has files checked. */
export const checkFiles = async (page: Page, files: readonly GivenFile[]): Promise<void> => {
  await page.setInputFiles('#check-files', [...files])
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-results] > section').length === count,
    files.length,
  )
  await page.locator('[data-working]').waitFor({ state: 'hidden' })
}

/** Fills every field of the form with texts and goes on to the end. */
export const escalate = async (page: Page, texts: readonly string[]): Promise<void> => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await page.getByLabel('Ticket number').fill('INC0123456')
  await page.getByLabel('Teaching').check()
  const soon = new Date(Date.now() + 5 * 24 * 3_600_000)
  await page.getByLabel('Day', { exact: true }).fill(String(soon.getDate()))
  await page.getByLabel('Month').fill(String(soon.getMonth() + 1))
  await page.getByLabel('Year').fill(String(soon.getFullYear()))
  const own =
    '.intake textarea:visible:not(#tickets), .intake input[type="text"]:visible:not([name^="needed_by"])'
  await each(page, own, (nth) =>
    page
      .locator(own)
      .nth(nth)
      .fill(
        texts
          .filter((_, index) => index % 4 === nth)
          .join('\n')
          .slice(0, 200),
      ),
  )
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Check your answers', exact: true }).waitFor()
}
