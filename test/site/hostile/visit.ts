/** Pages as a reader opens and uses them, and all that they did which a text must not make them do. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** What was noticed: dialogs, breaches of the policy, requests to elsewhere, errors, and elements made of a text. */
export type Noticed = {
  dialogs: string[]
  breaches: string[]
  elsewhere: string[]
  errors: string[]
  elements: string[]
  turned: string[]
  wide: string[]
}

export const nothing = (): Noticed => ({
  dialogs: [],
  breaches: [],
  elsewhere: [],
  errors: [],
  elements: [],
  turned: [],
  wide: [],
})

/** Hosts that the settings of the installation lead to. */
const known = [
  'chat.example',
  'more.example',
  'tool.example',
  'ico.org.uk',
  'www.equalityadvisoryservice.com',
  'www.equalityni.org',
]

/** In the page: elements that no page of these sites has, handlers, and links that lead to no known place. */
const foundIn = (hosts: readonly string[]): string[] => {
  const never =
    'img, iframe, frame, object, embed, base, style, applet, portal, video, audio, source, math, foreignObject, use, animate, set, meta[http-equiv="refresh" i], link:not([rel="icon"], [rel="stylesheet"], [rel="modulepreload"]), form[action], [formaction], [style]:not(canvas), [autofocus], [srcdoc], [ping], [target]'
  const isKnown = (address: string, isSaved: boolean): boolean => {
    const { protocol, origin, hostname } = new URL(address, location.href)
    if (protocol === 'data:') return isSaved && /^data:(?:text\/csv|message\/rfc822)[;,]/.test(address)
    if (protocol === 'mailto:' || protocol === 'tel:') return true
    return origin === location.origin || (protocol === 'https:' && hosts.includes(hostname))
  }
  const all = [...document.querySelectorAll('*')]
  const handlers = all.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
  const links = all.filter((element) =>
    ['href', 'src', 'xlink:href', 'data'].some((name) => {
      const address = element.getAttribute(name)
      return address !== null && !isKnown(address, element.hasAttribute('download'))
    }),
  )
  const scripts = [...document.scripts].filter(
    ({ src, type }) => src === '' && type !== 'application/json' && type !== 'text/plain',
  )
  return [...document.querySelectorAll(never), ...handlers, ...links, ...scripts].map(({ outerHTML }) =>
    outerHTML.slice(0, 160),
  )
}

/**
 * In the page: words from right to left, and signs that turn the direction, that stand in a line with others and are
 * not apart from them, by an element (bdi) or by signs (U+2068 … U+2069).
 */
const turnedIn = (): string[] => {
  const turning =
    /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u202a-\u202e\u2066\u2067]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u
  const apart = /\u2068[^\u2066-\u2069]*\u2069/g
  const isApart = (element: Element): boolean => getComputedStyle(element).unicodeBidi !== 'normal'
  const isLine = (element: Element): boolean => getComputedStyle(element).display.startsWith('inline')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walker.nextNode() !== null) {
    const text = (walker.currentNode as Text).data.replace(apart, '')
    if (!turning.test(text)) continue
    let element = walker.currentNode.parentElement
    if (element?.closest('script, textarea, option') !== null) continue
    while (element !== null && isLine(element) && !isApart(element)) element = element.parentElement
    if (element !== null && !isLine(element) && getComputedStyle(element).unicodeBidi !== 'plaintext')
      found.push(text.slice(0, 80))
  }
  const named = [...document.querySelectorAll('[aria-label], [title], [alt]')].flatMap((element) =>
    ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  )
  return [...found, ...[...named, document.title].filter((text) => turning.test(text.replace(apart, '')))]
}

const listen = async (page: Page, noticed: Noticed, address: string): Promise<void> => {
  page.on('dialog', (dialog) => {
    noticed.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => noticed.errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noticed.errors.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:text/csv')) noticed.elsewhere.push(url)
  })
  await page.exposeFunction('noticeBreach', (what: string) => noticed.breaches.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      ;(window as unknown as { noticeBreach: (what: string) => void }).noticeBreach(
        `${violatedDirective} ${blockedURI}`,
      )
    })
  })
}

/** Looks at the page as it stands now. */
export const look = async (page: Page, noticed: Noticed): Promise<void> => {
  noticed.elements.push(...(await page.evaluate(foundIn, known)))
  noticed.turned.push(...(await page.evaluate(turnedIn)))
}

/** Opens a page, looks at it, uses it as `use` says and looks again, and at last at a narrow screen. */
export const visit = async (
  browser: Browser,
  address: string,
  path: string,
  noticed: Noticed,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  try {
    const page = await context.newPage()
    await listen(page, noticed, address)
    await page.goto(`${address}${path}`, { waitUntil: 'load' })
    await look(page, noticed)
    await use(page)
    await look(page, noticed)
    await page.setViewportSize({ width: 320, height: 640 })
    const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= 320, null, {
      timeout: 3_000,
    })
    await fits.catch(() => noticed.wide.push(path))
  } finally {
    await context.close()
  }
}
