import { openBrowser } from '../browser.ts'
import { serve } from '../site/serve.ts'
import { median } from './children.ts'

/** Milliseconds from a choice in a filter to the page that shows it, painted. */
export interface Repaint {
  /** The first time, with the file of cells that it asks for. */
  readonly first: number
  /** Once that file is there. */
  readonly again: number
  readonly worst: number
  readonly choices: number
}

/** Sets each value of a filter in turn, and resolves to how long each took; runs in the page. */
async function choose(name: string): Promise<number[]> {
  const form = document.querySelector('form[data-filters]')
  const select = form?.querySelector<HTMLSelectElement>(`select[name="${name}"]`)
  const status = form?.querySelector('[role="status"]')
  if (!select || !status) throw new Error(`there is no filter "${name}"`)
  const took: number[] = []
  for (const value of [...select.options]
    .map((option) => option.value)
    .filter((one) => one !== select.value)) {
    const begun = performance.now()
    const said = new Promise<void>((resolve) => {
      const seen = new MutationObserver(() => {
        seen.disconnect()
        resolve()
      })
      seen.observe(status, { childList: true, characterData: true, subtree: true })
    })
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await said
    // what follows the next frame comes after it was painted
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    took.push(performance.now() - begun)
  }
  return took
}

/** How soon a page of a site that was built shows what is chosen in one of its filters. */
export async function repaintOf(site: string, path: string, filter: string): Promise<Repaint> {
  const served = await serve(site)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await page.goto(`${served.address}${path}`, { waitUntil: 'load' })
    const first = await page.evaluate(choose, filter)
    const again = await page.evaluate(choose, filter)
    return {
      first: median(first),
      again: median(again),
      worst: Math.max(...again),
      choices: again.length,
    }
  } finally {
    await browser.close()
    await served.close()
  }
}
