import { resolve } from 'node:path'
import type { Effects } from '../effects.ts'
import { readSecret } from '../ingest/keys.ts'
import { workshopOf } from '../publish/commit.ts'
import { NotPublished } from '../publish/not-published.ts'
import { runNameOf } from '../publish/run-name.ts'
import type { Standing } from '../publish/standing.ts'
import { sweep } from '../publish/sweep.ts'
import type { Job } from './job.ts'
import type { NightlyOptions } from './options.ts'
import type { Written } from './written.ts'

const sample = resolve(import.meta.dirname, '../../data/sample')

/** Throws `NotPublished` where a release as of that time would replace one as of a later time unasked. */
const mayPublishOver =
  (standing: Standing | null, isRepublish: boolean) =>
  (asOf: string): void => {
    if (standing === null || isRepublish || asOf >= standing.as_of) return
    throw new NotPublished(
      `as of ${asOf} is before the standing release (as of ${standing.as_of}): add --republish to replace it, or replay in a copy of the installation`,
    )
  }

/** Removes what killed runs left, and makes a run with a workshop of its own. */
export async function beginNight(
  { data: installation, asOf, isRepublish }: NightlyOptions,
  written: Written,
  standing: Standing | null,
  effects: Effects,
): Promise<Job> {
  await sweep(installation, effects)
  const run = runNameOf(effects.now(), standing?.run ?? null)
  const workshop = workshopOf(installation, run)
  await effects.disk.folder(workshop, true)
  return {
    ...written,
    installation,
    asOf,
    run,
    workshop,
    secret: await readSecret(installation, process.env, effects),
    isSample: installation === sample,
    mayPublish: mayPublishOver(standing, isRepublish),
  }
}
