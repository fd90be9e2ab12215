import { createHmac } from 'node:crypto'
import { setAsideAt } from '../ingest/landed.ts'
import { leadershipOwners, leadershipWarnings } from '../publish/owners/leaders.ts'
import { staleSources } from '../publish/warnings.ts'
import type { Tonight } from './tonight.ts'

/** What a build of the sites takes from its environment. */
const environment = ['SITE_ADDRESS', 'BASE']

/** A receipt that was read again has its fields in another order than one just made. */
const inOrder = (receipt: object): unknown[] => Object.entries(receipt).sort()

/**
 * What reads exports (`reading.ts`) and who was erased, as one sum keyed by the secret of the installation. Where it is the
 * same, what is landed says the same of its items.
 */
export function readWith({ job: { reading, secret }, erased }: Tonight): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([reading, erased.mark]))
    .digest('hex')
}

/**
 * What a release is made of as one sum, keyed by the secret of the installation: the exports, what reads them
 * (`readWith`), the time as of which it is, and what else a night says that depends on the day. Where it is the same as that of
 * the release that stands, another would say the same.
 */
export function inputsOf({ job, ingested, asOf, limits, began }: Tonight, reading: string): string {
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
