import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'

interface Component {
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  readonly licenses?: readonly unknown[]
}

let bill: { bomFormat: string; metadata: { component: Component }; components: readonly Component[] }
beforeAll(() => {
  bill = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
  )
})

const lock: { packages: Record<string, { name?: string; version: string; integrity?: string }> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const installed = Object.entries(lock.packages)
  .filter(([place]) => place !== '' && existsSync(place))
  .map(([place, { name, version, integrity = '' }]) => ({
    name: name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    hash: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
  }))

test('the bill of materials is CycloneDX and of this project', () => {
  expect(bill.bomFormat).toBe('CycloneDX')
  expect(bill.metadata.component.purl).toBe('pkg:npm/escalation-trends@0.1.0')
})

test('it names every installed package of the lock file with the hash that the lock file pins', () => {
  const named = new Map(
    bill.components.map((component) => [`${component.name}@${component.version}`, component]),
  )
  const missing = installed.filter(({ name, version, hash }) => {
    const hashes = named.get(`${name}@${version}`)?.hashes ?? []
    return !hashes.some(({ alg, content }) => alg === 'SHA-512' && content === hash)
  })
  expect(installed.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('it names nothing else, and a licence for each', () => {
  const known = new Set(installed.map(({ name, version }) => `${name}@${version}`))
  expect(bill.components.filter(({ name, version }) => !known.has(`${name}@${version}`))).toEqual([])
  expect(bill.components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([])
})
