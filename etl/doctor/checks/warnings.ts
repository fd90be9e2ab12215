import type { RunFile } from '../../../data/contract.ts'
import { count } from '../../inspect/text.ts'
import { findingsPath } from '../../publish/findings.ts'
import { type Finding, note, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { tallied } from '../words.ts'

function checked({ checks, run }: RunFile, dir: string): Finding[] {
  const warned = checks.filter(({ severity, rows }) => severity === 'warning' && rows > 0)
  if (warned.length === 0) return []
  const rows = tallied(warned.map(({ name, rows: found }) => [name, found]))
  return [
    note(
      `${count(warned.length, 'check')} warned, with so many rows: ${rows}`,
      `The rows stand in ${dir}/${findingsPath(run)}`,
    ),
  ]
}

const where = (dir: string): string => `${dir}/current/run.json, or /data/ of the operations site`

function drifted({ drift }: RunFile, dir: string): Finding[] {
  if (drift.length === 0) return []
  const kinds = tallied(drift.map(({ kind }) => [kind, 1]))
  return [
    note(
      `the newest exports are otherwise than those before in ${count(drift.length, 'thing')}: ${kinds}`,
      `See drift in ${where(dir)}`,
    ),
  ]
}

function warned({ warnings }: RunFile, dir: string): Finding[] {
  if (warnings.length === 0) return []
  return [
    note(`${count(warnings.length, 'warning')} for readers of the figures`, `See warnings in ${where(dir)}`),
  ]
}

/** What last night's checks and warnings say, in counts, and where to read them. */
export async function lookAtWarnings({ standing, dir }: Patient): Promise<Finding[]> {
  if (standing.receipt === null) return []
  const found = [checked, drifted, warned].flatMap((look) => look(standing.receipt as RunFile, dir))
  const { length } = standing.receipt.checks
  return found.length > 0 ? found : [well(`${count(length, 'check')}, none warned; nothing drifted`)]
}
