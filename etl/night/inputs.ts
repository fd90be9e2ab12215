import { createHash, createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { setAsideAt } from '../ingest/landed.ts'
import { leadershipOwners, leadershipWarnings } from '../publish/owners/leaders.ts'
import { staleSources } from '../publish/warnings.ts'
import { filesAt } from './files-at.ts'
import type { Tonight } from './tonight.ts'

const program = resolve(import.meta.dirname, '../..')
/** What makes releases and sites of exports. */
const code = ['etl', 'site', 'data/contract.ts', 'data/contract', 'data/shared', 'data/procedure'].concat([
  'astro.config.mjs',
  'package-lock.json',
])
/** What people write into an installation. */
const written = ['config.yaml', 'changes.yaml', 'corrections.csv', 'procedure']
/** What a build of the sites takes from its environment. */
const environment = ['SITE_ADDRESS', 'BASE']

async function sumOf(folder: string, names: readonly string[]): Promise<string> {
  const files = (await Promise.all(names.map((name) => filesAt(join(folder, name))))).flat()
  const sum = createHash('sha256')
  for (const file of files) {
    const bytes = await readFile(file)
    sum.update(`${relative(folder, file)}\0${bytes.length}\0`).update(bytes)
  }
  return sum.digest('hex')
}

/** A receipt that was read again has its fields in another order than one just made. */
const inOrder = (receipt: object): unknown[] => Object.entries(receipt).sort()

/**
 * What reads exports, as one sum keyed by the secret of the installation: the program, what people wrote and who was erased.
 * Where it is the same, the same records say the same of their items.
 */
export async function readWith({ job: { installation, secret }, erased }: Tonight): Promise<string> {
  const parts = [await sumOf(program, code), await sumOf(installation, written), process.version, erased.mark]
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex')
}

/**
 * What a release is made of as one sum, keyed by the secret of the installation: the exports, what reads them
 * (`readWith`), the time as of which it is, and what else a night says that depends on the day. Where it is the same as that of
 * the release that stands, another would say the same.
 */
export async function inputsOf(
  { job, ingested, asOf, limits, began }: Tonight,
  reading: string,
): Promise<string> {
  const { settings, secret } = job
  const { landed, refused, repeated, delivered, expired, warnings } = ingested
  const today = began.toISOString()
  const parts = [
    reading,
    environment.map((name) => process.env[name] ?? null),
    [landed.map(inOrder), refused, repeated, [...delivered].sort(), [...expired].sort(), warnings],
    [job.asOf, asOf],
    staleSources(settings.sources, ingested, job.asOf ?? today),
    [leadershipOwners(settings, today), leadershipWarnings(settings, today)],
    landed.filter((one) => setAsideAt(one) >= limits.quarantineSince).map(({ sha256 }) => sha256),
  ]
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex')
}
