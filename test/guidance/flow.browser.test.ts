/** The picture of the flow as a browser shows it, in whatever typeface it has. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type Served, serve } from '../site/serve.ts'
import { builtStaffSite } from './built.ts'
import { sampleRelease } from './releases.ts'

let site = { folder: '', remove: (): void => {} }
let served: Served
let browser: Awaited<ReturnType<typeof openBrowser>>
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

/** How far each text is from the sides of its box, and how large it is on the screen. */
const measure = `(() => {
  const svg = document.querySelector('.flow-picture svg')
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
  return {
    size: scale * parseFloat(getComputedStyle(svg.querySelector('.flow-box-text')).fontSize),
    room: Math.min(...[...svg.querySelectorAll('g')].flatMap((group) => {
      const box = group.querySelector('path').getBBox()
      return [...group.querySelectorAll('text')].flatMap((text) => {
        const { x, y, width, height } = text.getBBox()
        return [x - box.x, y - box.y, box.x + box.width - x - width, box.y + box.height - y - height]
      })
    })),
    labels: [...svg.querySelectorAll('.flow-label')].map((label) => label.textContent.trim()),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }
})()`
type Measured = { size: number; room: number; labels: string[]; overflow: number }

const at = async (width: number): Promise<Measured> => {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  try {
    const page = await context.newPage()
    await page.goto(`${served.address}/flowchart/`)
    return (await page.evaluate(measure)) as Measured
  } finally {
    await context.close()
  }
}

test('on a phone its text is at least 14 pixels high and stays in its boxes', async () => {
  const { size, room, labels, overflow } = await at(375)
  expect(size).toBeGreaterThanOrEqual(14)
  expect(room).toBeGreaterThanOrEqual(2)
  expect(labels).toEqual(['Yes', 'No', 'Yes', 'No', 'Yes', 'No'])
  expect(overflow).toBe(0)
})

test('at 320 pixels the page does not scroll sideways', async () => {
  expect((await at(320)).overflow).toBe(0)
})

test('a step that leads elsewhere is followed by its link', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${served.address}/flowchart/`)
  await page.getByRole('link', { name: 'go to step 8' }).first().click()
  expect(page.url()).toMatch(/#step_8$/)
  expect(await page.locator('#step_8').textContent()).toContain('E-mail its-escalations@qmul.ac.uk')
  await context.close()
})
