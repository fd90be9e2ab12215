/** A site that does not stand at the root of its host. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleNight } from '../support/sample-night.ts'

const out = mkdtempSync(join(tmpdir(), 'base-'))
const base = '/it/trends/'
let files: string[] = []

beforeAll(async () => {
  const { dir } = await sampleNight()
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      AUDIENCE: 'leadership',
      RELEASE: join(dir, 'current'),
      OUT: out,
      BASE: base,
    },
  })
  files = readdirSync(out, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const addressesIn = (html: string): string[] =>
  [...html.matchAll(/ (?:href|src)="(\/[^"#?]*)/g)].map((match) => match[1] ?? '')

test('every address on its pages stands under its base and leads to a file', () => {
  const pages = files.filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(20)
  for (const page of pages) {
    const lost = addressesIn(readFileSync(join(out, page), 'utf8')).filter((address) => {
      const file = address.slice(base.length)
      return !address.startsWith(base) || !files.includes(address.endsWith('/') ? `${file}index.html` : file)
    })
    expect([page, [...new Set(lost)]]).toEqual([page, []])
  }
})

test('cells are asked for under it', () => {
  const html = readFileSync(join(out, 'acknowledged/index.html'), 'utf8')
  const path = html.match(/"cells":"([^"]+)"/)?.[1] ?? ''
  expect(path.startsWith(`${base}cells/`)).toBe(true)
  expect(files.some((name) => name.startsWith(path.slice(base.length)))).toBe(true)
})
