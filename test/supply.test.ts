import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const settings = readFileSync('.npmrc', 'utf8').trim().split(/\r?\n/)
const { '': root, ...packages } = lock.packages
const named = Object.entries(packages)
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

/** Packages that bring an install script, all of which are denied to run. */
const withScript = ['esbuild', 'fsevents']

test('every package of the lock file is pinned by a hash', () => {
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(([, { integrity = '' }]) => !/^sha512-/.test(integrity)).map(([path]) => path)).toEqual(
    [],
  )
})

test('no package comes from git, from a file, a folder or an address', () => {
  const odd = named.filter(([, { link, resolved }]) => link || /^(git|file|http:)/.test(resolved ?? ''))
  expect(odd.map(([path]) => path)).toEqual([])
  const wanted = [root ?? {}, ...Object.values(packages)].flatMap(({ dependencies = {} }) =>
    Object.values(dependencies),
  )
  expect(
    wanted.filter((range) => /^(git|file:|link:|https?:|github:)|\//.test(range.replace(/^npm:@?/, ''))),
  ).toEqual([])
})

test('only the known few bring an install script, and none of them may run it', () => {
  const found = named.filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = found.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(names.filter((name) => !withScript.includes(name))).toEqual([])
  const allowed = Object.entries(manifest.allowScripts ?? {}).filter(([, isAllowed]) => isAllowed !== false)
  expect(allowed).toEqual([])
  expect(names.filter((name) => manifest.allowScripts?.[name] !== false)).toEqual([])
})

test.each([
  'save-exact=true',
  'allow-git=none',
  'allow-remote=none',
  'allow-file=none',
  'allow-directory=none',
  'strict-allow-scripts=true',
])('.npmrc says %s', (line) => {
  expect(settings).toContain(line)
})

test('.npmrc names no registry and holds no secret', () => {
  expect(settings.filter((line) => /registry=|_auth|_password|token/i.test(line))).toEqual([])
})

test.each(kinds)('%s are exact versions', (kind) => {
  const versions = Object.entries<string>(manifest[kind] ?? {})
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('package.json and the lock file agree', () => {
  for (const kind of kinds)
    expect((root as Record<string, unknown>)[kind] ?? {}).toEqual(manifest[kind] ?? {})
})

// npm leaves out of the lock file what a registry does not have, still names it, and then refuses to install
test('every optional package that the lock file names is in it', () => {
  const present = new Set(
    named.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  )
  const wanted = named.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies))
  expect(wanted.filter((name) => !present.has(name))).toEqual([])
})
