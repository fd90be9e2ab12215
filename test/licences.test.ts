import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Licences that ask for nothing but their text and their authors' names. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
])

interface Exception {
  readonly packages: RegExp
  readonly licence: string
  readonly reason: string
}

/** What is used under another licence, and why it may be. */
const exceptions: readonly Exception[] = [
  {
    packages: /^lightningcss(-[\w-]+)?$/,
    licence: 'MPL-2.0',
    reason: 'shrinks style sheets at build, unchanged; nothing of it is in a site',
  },
  { packages: /^axe-core$/, licence: 'MPL-2.0', reason: 'runs in tests alone, unchanged' },
  {
    packages: /^@img\/sharp-[\w-]+$/,
    licence: 'LGPL-3.0-or-later',
    reason:
      'optional library for pictures that comes with Astro, unchanged; never loaded, for no page has one',
  },
  {
    packages: /^date-holidays$/,
    licence: 'CC-BY-3.0',
    reason: 'bank holidays, credited in README.md',
  },
]

const lock: { packages: Record<string, { license?: string }> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const places = Object.keys(lock.packages).filter((place) => place !== '')
const nameOf = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The licences of an SPDX expression that have to be kept all together: of those with "OR", the permissive one. */
function licencesOf(expression: string): readonly string[] {
  return expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .map((part) => part.split(' OR ').find((licence) => permissive.has(licence)) ?? part)
}

const mayUse = (name: string, licence: string): boolean =>
  permissive.has(licence) ||
  exceptions.some(({ packages, licence: excepted }) => excepted === licence && packages.test(name))

/** What of a package's licence nobody has allowed. */
const forbidden = (name: string, expression: string | undefined): readonly string[] =>
  licencesOf(expression ?? 'no licence').filter((licence) => !mayUse(name, licence))

test('every package of the lock file is under a licence that is allowed', () => {
  const found = places.flatMap((place) =>
    forbidden(nameOf(place), lock.packages[place]?.license).map((licence) => `${nameOf(place)}: ${licence}`),
  )
  expect(places.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

test.each<[string, string | undefined, readonly string[]]>([
  ['anything', 'MIT', []],
  ['anything', 'MIT OR GPL-3.0-only', []],
  ['anything', 'GPL-3.0-only OR AGPL-3.0-only', ['GPL-3.0-only OR AGPL-3.0-only']],
  ['anything', '(MIT AND CC-BY-3.0)', ['CC-BY-3.0']],
  ['anything', 'EPL-2.0', ['EPL-2.0']],
  ['anything', 'SEE LICENSE IN LICENSE.md', ['SEE LICENSE IN LICENSE.md']],
  ['anything', undefined, ['no licence']],
  ['date-holidays', '(ISC AND CC-BY-3.0)', []],
  ['date-holidays-elsewhere', 'CC-BY-3.0', ['CC-BY-3.0']],
  ['lightningcss-linux-x64-gnu', 'MPL-2.0', []],
  ['lightningcss', 'AGPL-3.0-only', ['AGPL-3.0-only']],
])('%s under %s', (name, expression, refused) => {
  expect(forbidden(name, expression)).toEqual(refused)
})

test('every exception is needed, and says why it may be', () => {
  for (const { packages, licence, reason } of exceptions) {
    const used = places.filter(
      (place) =>
        packages.test(nameOf(place)) && licencesOf(lock.packages[place]?.license ?? '').includes(licence),
    )
    expect([licence, used.length > 0, reason.length > 0]).toEqual([licence, true, true])
  }
})

test('what is installed says the same of its licence as the lock file', () => {
  const installed = places.filter((place) => existsSync(join(place, 'package.json')))
  const other = installed.filter((place) => {
    const { license, licenses } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
    return (license ?? licenses) !== lock.packages[place]?.license
  })
  expect(installed.length).toBeGreaterThan(100)
  expect(other).toEqual([])
})

test('no page asks for a picture that the library under LGPL would make', () => {
  const pages = readdirSync('site', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(astro|ts)$/.test(path),
  )
  const asking = pages.filter((path) =>
    /astro:assets|from 'sharp'/.test(readFileSync(join('site', path), 'utf8')),
  )
  expect(pages.length).toBeGreaterThan(100)
  expect(asking).toEqual([])
})

test('the bank holidays are credited', () => {
  expect(readFileSync('README.md', 'utf8')).toMatch(/\[date-holidays\]\(https:\S+\) \(ISC and CC BY 3\.0\)/)
})
