import { readdir, readFile } from 'node:fs/promises'
import type { CheckResult } from '../../data/contract.ts'
import type { Bindings, Database, Row } from '../db/database.ts'

export interface CheckOutcome extends CheckResult {
  /** The first of the rows that should not be there: for whoever runs the installation, and in no log. */
  readonly sample: readonly Row[]
}

const mostSampled = 50

/** The severity stands in the query's first line: `-- severity: error` or `-- severity: warning`. */
function severityOf(name: string, sql: string): CheckResult['severity'] {
  const found = /^-- severity: (error|warning)\n/.exec(sql)?.[1]
  if (found !== 'error' && found !== 'warning')
    throw new Error(`checks/${name} does not begin with its severity`)
  return found
}

/** Runs every query of this folder. Each must return no row; one of severity error stops the publication. */
export async function runChecks(database: Database, bindings: Bindings): Promise<CheckOutcome[]> {
  const here = new URL('./', import.meta.url)
  const names = (await readdir(here)).filter((name) => name.endsWith('.sql')).sort()
  const outcomes: CheckOutcome[] = []
  for (const name of names) {
    const url = new URL(name, here)
    const rows = await database.rowsOf(url, bindings)
    const severity = severityOf(name, await readFile(url, 'utf8'))
    outcomes.push({
      name: name.replace(/\.sql$/, ''),
      severity,
      rows: rows.length,
      sample: rows.slice(0, mostSampled),
    })
  }
  return outcomes
}

/** An outcome in a few words, without what its rows hold. */
export const toldOf = ({ name, rows }: CheckOutcome): string =>
  `${name}: ${rows.toLocaleString('en-GB')} row${rows === 1 ? '' : 's'}`
