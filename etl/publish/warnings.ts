import type { FileReceipt, QuarantineReason } from '../../data/contract.ts'
import type { Source } from '../config/settings.ts'
import type { Ingested } from '../ingest/ingest.ts'

/** What a person does about records that were set aside. Which they are stands in the installation's quarantine/. */
const remedies: Readonly<Record<QuarantineReason, string>> = {
  bad_date:
    'a date does not fit the formats of its source (set format: or day_first: there, or mend the date)',
  missing_id: 'no id (mend them in the tool)',
  missing_time: 'no time of their own (mend them in the tool)',
  unknown_value: 'a word that no value map knows (add it under values: of the source)',
  short_row: 'fewer cells than the header (mend them in the tool)',
  long_row: 'more cells than the header (mend them in the tool)',
  too_large: 'too large',
  bad_bytes: 'bytes that are no text (export again)',
  future: 'later than the export itself (check the time zone, the date format and exported_at of the source)',
}

const dayInMs = 86_400_000

/** Sources whose file is missing from the inbox, or whose newest export is older than they allow, at `now` (ISO). */
export function staleSources(
  sources: readonly Source[],
  { landed, delivered }: Ingested,
  now: string,
): string[] {
  return sources
    .filter(({ name, maxAgeDays }) => {
      const newest = landed
        .filter(({ source }) => source === name)
        .map(({ known_at }) => known_at)
        .sort()
        .at(-1)
      if (newest === undefined) return false
      const age = (Date.parse(now) - Date.parse(newest)) / dayInMs
      return !delivered.has(name) || (maxAgeDays !== null && age > maxAgeDays)
    })
    .map(({ name }) => name)
}

const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`

/** What a reader of tonight's figures should know, in sentences. */
export function warningsOf(
  sources: readonly Source[],
  files: readonly FileReceipt[],
  ingested: Ingested,
  stale: readonly string[],
): string[] {
  const refused = files.flatMap(({ name, refused: why }) =>
    why ? [`${name} was refused: ${why.message}`] : [],
  )
  const setAside = files.flatMap(({ name, records, quarantined }) =>
    Object.entries(quarantined).map(
      ([reason, count]) =>
        `${name}: ${(count ?? 0).toLocaleString('en-GB')} of ${plural(records, 'record')} set aside: ${remedies[reason as QuarantineReason]}`,
    ),
  )
  const missing = sources
    .filter(({ name }) => !ingested.landed.some(({ source }) => source === name))
    .map(({ name, files: glob }) =>
      ingested.expired.has(name)
        ? `all that was read of source "${name}" is past retention.landed_days and was removed`
        : `nothing was ever read of source "${name}", which reads inbox/${glob}`,
    )
  const old = stale.map(
    (name) => `source "${name}" is stale: its newest export is missing from the inbox or too old`,
  )
  return [...old, ...refused, ...setAside, ...missing, ...ingested.warnings]
}
