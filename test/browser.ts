/** A browser for tests: the one that is named, one of the system, or the one that an npm package brings. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Its own arguments are for a function in the cloud: in one process, which dies with its first page. */
const brought = async (): Promise<string | null> => {
  try {
    const { default: carried } = await import('@sparticuz/chromium')
    return await carried.executablePath()
  } catch {
    return null
  }
}

/** The variable TEST_BROWSER first (a path, or "package" for the one of the npm package), then the system's. */
const find = async (): Promise<string> => {
  const named = process.env.TEST_BROWSER
  if (named !== undefined && named !== 'package') return named
  const system = named === 'package' ? undefined : systemPaths.find((path) => existsSync(path))
  const found = system ?? (await brought())
  if (found === null) {
    throw new Error('No browser: install Chromium or Chrome, or set TEST_BROWSER to the path of one')
  }
  return found
}

/** Starts it without a window; works as root too. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await find(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  })
