import { resolve } from 'node:path'
import { type Changes, loadChanges } from '../config/changes.ts'
import { type Corrections, loadCorrections } from '../config/corrections.ts'
import { loadSettings } from '../config/load.ts'
import type { Settings } from '../config/settings.ts'
import { loadWords, type Words } from '../config/words.ts'
import { parseDelimited } from '../ingest/read/delimited.ts'
import { loadMeasures } from '../measures/index.ts'
import { readingOf, sumOfWritten } from './reading.ts'

/** The neutral words of who brings none. */
const procedure = resolve(import.meta.dirname, '../../data/procedure')

/** What the people of an installation wrote. */
export interface Written {
  readonly settings: Settings
  readonly words: Words
  readonly changes: Changes
  readonly corrections: Corrections
  /** The sum of this and of the program (`reading.ts`); what was written to meanwhile has one that never comes again. */
  readonly reading: string
}

/** Reads and checks it, before anything is touched. Throws `ConfigError`. */
export async function readWritten(installation: string): Promise<Written> {
  const before = await sumOfWritten(installation)
  const settings = await loadSettings(installation)
  const measures = (await loadMeasures()).map(({ measure }) => measure.id)
  const loaded = {
    settings,
    words: await loadWords(installation, procedure, settings.institution, measures),
    changes: await loadChanges(installation),
    corrections: await loadCorrections(installation, parseDelimited),
  }
  return { ...loaded, reading: await readingOf(before, await sumOfWritten(installation)) }
}
