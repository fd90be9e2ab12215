import type { FileReceipt, RunFile } from '../../data/contract.ts'
import type { CheckOutcome } from '../checks/index.ts'
import type { Changes } from '../config/changes.ts'
import type { Corrections } from '../config/corrections.ts'
import type { Settings } from '../config/settings.ts'
import type { Words } from '../config/words.ts'
import type { Database } from '../db/database.ts'
import { appliedCorrections } from '../facts/corrections.ts'
import type { UnknownWord } from '../facts/words.ts'
import type { Ingested } from '../ingest/ingest.ts'
import { chartWarnings } from './chart-warnings.ts'
import { driftOf } from './drift.ts'
import { findingsPath } from './findings.ts'
import { writeHistory } from './history.ts'
import { mailboxesWithoutReplies, noReplies } from './mailboxes.ts'
import { leadershipWarnings } from './owners/leaders.ts'
import { unheardWarnings } from './unheard.ts'
import { staleSources, warningsOf } from './warnings.ts'

export interface RunParts {
  readonly database: Database
  readonly job: {
    readonly installation: string
    readonly workshop: string
    readonly run: string
    readonly settings: Settings
    readonly asOf: string | null
    readonly words: Words
    readonly changes: Changes
    readonly corrections: Corrections
  }
  /** An ISO instant: as of when the facts are. */
  readonly asOf: string
  readonly began: Date
  readonly ingested: Ingested
  readonly files: readonly FileReceipt[]
  readonly checks: readonly CheckOutcome[]
  readonly unknownWords: readonly UnknownWord[]
  readonly stages: Readonly<RunFile['stages']>
  readonly now: () => Date
}

/** What a reader should know of the night, as sentences. */
async function sentencesOf(
  { database, job, began, ingested, files }: RunParts,
  found: {
    readonly stale: readonly string[]
    readonly drift: RunFile['drift']
    readonly corrected: readonly string[]
  },
): Promise<string[]> {
  const { settings, changes, words, corrections } = job
  const promised = words.promises.map(({ id }) => id)
  return [
    ...warningsOf(settings.sources, files, ingested, found.stale),
    ...found.drift.map(({ message }) => message),
    ...(await mailboxesWithoutReplies(database)).map(noReplies),
    ...leadershipWarnings(settings, began.toISOString()),
    ...corrections.warnings,
    ...found.corrected,
    ...words.warnings,
    ...changes.warnings,
    ...(await chartWarnings(settings, changes)),
    ...(await unheardWarnings(database, settings, changes, promised)),
  ]
}

/** What the night did, and what a reader should know of it: `run.json`. Lays what it adds to the history beside it. */
export async function runFileOf(parts: RunParts): Promise<RunFile> {
  const { database, job, asOf, began, ingested, files } = parts
  const { sources, institution } = job.settings
  const stale = staleSources(sources, ingested, job.asOf ?? began.toISOString())
  const drift = driftOf(sources, ingested.landed, parts.unknownWords, findingsPath(job.run))
  const { corrections, warnings: corrected } = await appliedCorrections(database, asOf)
  const finished_at = parts.now().toISOString()
  const { timezone } = institution
  const history = await writeHistory(database, { ...job, asOf, publishedAt: finished_at, timezone })
  return {
    run: job.run,
    as_of: asOf,
    started_at: began.toISOString(),
    finished_at,
    files: [...files],
    stages: [...parts.stages],
    checks: parts.checks.map(({ name, severity, rows }) => ({ name, severity, rows })),
    stale,
    drift,
    corrections: corrections.map(({ line, item, field, reason, is_applied }) => ({
      line,
      item,
      field,
      reason,
      is_applied,
    })),
    ...history,
    warnings: await sentencesOf(parts, { stale, drift, corrected }),
  }
}
