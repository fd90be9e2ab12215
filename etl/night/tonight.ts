import type { Erased } from '../ingest/erased.ts'
import type { Ingested } from '../ingest/ingest.ts'
import type { Limits } from '../retention/limits.ts'
import type { Job } from './job.ts'
import type { Stages } from './stages.ts'

/** What a night has before it computes anything. */
export interface Tonight {
  /** Without those who were erased. */
  readonly job: Job
  readonly erased: Erased
  readonly limits: Limits
  readonly began: Date
  readonly ingested: Ingested
  /** An ISO instant: as of when the facts are to be. */
  readonly asOf: string
  readonly stages: Stages
}
