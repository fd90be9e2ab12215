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

type Found = { path: string; args: string[] }

const brought = async (): Promise<Found | null> => {
  try {
    const { default: carried } = await import('@sparticuz/chromium')
    return { path: await carried.executablePath(), args: carried.args }
  } catch {
    return null
  }
}

/** The variable TEST_BROWSER first (a path, or "package" for the one of the npm package), then the system's. */
const find = async (): Promise<Found> => {
  const named = process.env.TEST_BROWSER
  if (named !== undefined && named !== 'package') return { path: named, args: [] }
  const system = named === 'package' ? undefined : systemPaths.find((path) => existsSync(path))
  const found = system === undefined ? await brought() : { path: system, args: [] }
  if (found === null) {
    throw new Error('No browser: install Chromium or Chrome, or set TEST_BROWSER to the path of one')
  }
  return found
}

/** Starts it without a window; works as root too. */
export const openBrowser = async (): Promise<Browser> => {
  const { path, args } = await find()
  return chromium.launch({
    executablePath: path,
    args: [...args, '--no-sandbox', '--disable-gpu'],
    headless: true,
  })
}
