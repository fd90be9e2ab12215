import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSettings } from '../../etl/config/load.ts'
import { Database } from '../../etl/db/database.ts'
import { setKey } from '../../etl/db/key.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { dimensionBindings } from '../../etl/facts/dimensions.ts'
import { buildDimensions, installAllMacros } from '../../etl/facts/index.ts'
import { prepareStaging, stageSource } from '../../etl/facts/staging.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { ingest } from '../../etl/ingest/ingest.ts'
import { parquetOf } from '../../etl/ingest/landed.ts'

/** Lands what lies in the inbox of an installation and stages it: seconds of each, and the memory of the process. */
const [installation = '', isStaged = 'yes'] = process.argv.slice(2)
const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }
const settings = await loadSettings(installation)
const secret = Buffer.from('bench')
const workshop = join(installation, '.workshop')
await rm(join(installation, 'landed'), { recursive: true, force: true })
await mkdir(workshop, { recursive: true })

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

let landed: Awaited<ReturnType<typeof ingest>>['landed'] = []
const ingested = await seconds(async () => {
  const found = await ingest({
    installation,
    sources: settings.sources,
    ticketPattern: settings.institution.ticket_number.pattern,
    secret,
    erased: new Erased(secret, [], false),
    keptSince: '1970-01-01T00:00:00.000Z',
    staff: new Set(),
    workshop,
    effects,
  })
  landed = found.landed
})
const ingestMegabytes = process.resourceUsage().maxRSS / 1024

async function stage(): Promise<void> {
  const database = await Database.open(join(workshop, 'bench.duckdb'), [installation])
  await installAllMacros(database)
  await setKey(database, secret)
  await buildDimensions(database, dimensionBindings(settings, landed))
  await prepareStaging(database)
  const [source] = settings.sources
  if (!source) throw new Error('the installation has no source')
  const files = landed.map(({ sha256 }) => parquetOf(join(installation, 'landed'), sha256))
  await stageSource(database, source, 0, { files, hasSpreadsheets: false }, true)
  await database.close()
}
const staged = isStaged === 'yes' ? await seconds(stage) : null
await rm(workshop, { recursive: true, force: true })
const records = landed.reduce((sum, file) => sum + file.records, 0)
console.log(JSON.stringify({ records, seconds: ingested, staged, megabytes: Math.round(ingestMegabytes) }))
