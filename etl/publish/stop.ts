import type { FileReceipt } from '../../data/contract.ts'
import { type CheckOutcome, toldOf } from '../checks/index.ts'
import type { Settings } from '../config/settings.ts'
import type { Ingested } from '../ingest/ingest.ts'
import { NotPublished } from './not-published.ts'

/** Nothing can be told where nothing was landed, or where a required source is missing or broken. */
export function refuseWithoutData({ sources }: Settings, { landed, refused, expired }: Ingested): void {
  const why = refused.map(({ name, refused: reason }) => `\n  ${name}: ${reason?.message}`).join('')
  const lacking = sources.filter(
    ({ name, isRequired }) =>
      isRequired && !expired.has(name) && !landed.some(({ source }) => source === name),
  )
  const broken = refused.filter(({ source }) =>
    sources.some(({ name, isRequired }) => isRequired && name === source),
  )
  if (landed.length === 0) {
    throw new NotPublished(
      why
        ? `no file in inbox/ could be read:${why}`
        : `nothing to read: put an export into inbox/ under a name that a source of config.yaml reads.${why}`,
    )
  }
  if (broken.length > 0) {
    throw new NotPublished(`a file of a required source was refused; mend it, or export it again:${why}`)
  }
  if (lacking.length > 0) {
    const wanted = lacking.map(({ name, files }) => `"${name}" (inbox/${files})`).join(', ')
    throw new NotPublished(`required and never read: ${wanted}. Put its export into inbox/.${why}`)
  }
}

/** A required source of which not one record could be kept tells nothing, as if it had not come. */
export function refuseWithoutRecords({ sources }: Settings, files: readonly FileReceipt[]): void {
  const lost = sources.filter(({ name, isRequired }) => {
    const own = files.filter(({ source, refused }) => source === name && refused === null)
    return isRequired && own.length > 0 && own.every(({ kept, superseded }) => kept + superseded === 0)
  })
  if (lost.length === 0) return
  const why = files
    .filter(({ source }) => lost.some(({ name }) => name === source))
    .map(
      ({ name, records, quarantined }) =>
        `\n  ${name}: ${records} records, set aside as ${Object.keys(quarantined).join(', ')}`,
    )
  throw new NotPublished(
    `not one record of a required source could be kept; mend its date format, its values or its zone in config.yaml, or export it again:${why.join('')}`,
  )
}

/** Figures that contradict each other are not published; `place` says where their rows are listed. */
export function stopOnErrors(checks: readonly CheckOutcome[], place: string): void {
  const broken = checks.filter(({ severity, rows }) => severity === 'error' && rows > 0)
  if (broken.length === 0) return
  throw new NotPublished(
    `the figures contradict each other, so they are not published (the rows stand in ${place}):${broken.map((check) => `\n  ${toldOf(check)}`).join('')}`,
  )
}
