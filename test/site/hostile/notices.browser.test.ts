/** Whatever a text might do to a page is noticed where it happens. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../../../etl/serve.ts'
import { openBrowser } from '../../browser.ts'
import { type Noticed, nothing, visit } from './visit.ts'

const folder = mkdtempSync(join(tmpdir(), 'notices-'))
let browser: Browser
let served: Served
beforeAll(async () => {
  browser = await openBrowser()
  served = await serve(folder)
})
afterAll(async () => {
  await browser?.close()
  served?.close()
  rmSync(folder, { recursive: true, force: true })
})

const elsewhere = 'http://127.0.0.1:9/x.png'
const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'">`

test.each<[keyof Noticed, string]>([
  ['dialogs', '<script>alert(1)</script>'],
  ['dialogs', '<svg onload=alert(1)></svg>'],
  ['breaches', `${policy}<img src="${elsewhere}">`],
  ['breaches', `${policy}<script>alert(1)</script>`],
  ['breaches', `${policy}<p style="color: red">a</p>`],
  ['elsewhere', `<img src="${elsewhere}">`],
  ['elsewhere', '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">'],
  ['errors', '<script>throw new Error("a")</script>'],
  ['elements', '<a href="javascript:alert(1)">a</a>'],
  ['elements', '<a href="data:text/html,a">a</a>'],
  ['elements', '<a href="data:text/csv,a">a</a>'],
  ['elements', '<a href="https://evil.example/">a</a>'],
  ['elements', '<p onclick="a">a</p>'],
  ['elements', '<iframe srcdoc="a"></iframe>'],
  ['elements', '<form action="/x"></form>'],
  ['turned', '<p>Team שלום: 5 tickets</p>'],
  ['turned', '<p>a <span>\u202egpj.exe</span> b</p>'],
  ['turned', '<p aria-label="Team שלום: 5">a</p>'],
  ['wide', `<p>${'x'.repeat(500)}</p>`],
])('%s: %s', async (what, body) => {
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><title>a</title>${body}`)
  const noticed = nothing()
  await visit(browser, served.address, '', noticed, async () => {})
  expect(noticed[what].length).toBeGreaterThan(0)
})

test.each([
  '<p>Team <bdi>שלום</bdi>: 5 tickets</p>',
  '<p>Team \u2068שלום\u2069: 5 tickets</p>',
  '<a download href="data:text/csv,a">a</a><a href="mailto:a@b.example">b</a><a href="https://tool.example/x">c</a>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
])('nothing: %s', async (body) => {
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>a</title><link rel="icon" href="data:,">${body}`,
  )
  const noticed = nothing()
  await visit(browser, served.address, '', noticed, async () => {})
  expect({ ...noticed, elements: noticed.elements.filter((one) => !one.startsWith('<link')) }).toEqual(
    nothing(),
  )
})
