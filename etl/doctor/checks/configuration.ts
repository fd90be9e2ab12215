import { join } from 'node:path'
import { loadChanges } from '../../config/changes.ts'
import { loadCorrections } from '../../config/corrections.ts'
import { ConfigError, faultLine } from '../../config/errors.ts'
import { loadSettings } from '../../config/load.ts'
import type { Settings } from '../../config/settings.ts'
import { loadWords } from '../../config/words.ts'
import { parseDelimited } from '../../ingest/read/delimited.ts'
import { count } from '../../inspect/text.ts'
import { loadMeasures } from '../../measures/index.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'

const withoutStop = (text: string): string => text.replace(/\.$/, '')
/** A name of a person may stand in it. */
const withoutNames = (text: string): string =>
  text.replace(/"[^"]*"/g, '"…"').replace(/ a name of .+?\. Keep/, ' a name of another. Keep')

/** Faults as nightly says them, which end with what to write; those of `people:` without the names. */
const faultsOf = ({ faults }: ConfigError): Finding[] =>
  faults.map((fault) => {
    const line = faultLine(fault)
    const told = fault.path.startsWith('people') ? withoutNames(line) : line
    return stopping(withoutStop(told), 'Until this is mended, no night runs')
  })

async function unlessFaulty(work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ConfigError) return faultsOf(error)
    throw error
  }
}

async function wordsOf({ dir, machine }: Patient, { institution }: Settings): Promise<Finding[]> {
  const measures = (await loadMeasures()).map(({ measure }) => measure.id)
  const neutral = join(machine.program, 'data', 'procedure')
  const { warnings } = await loadWords(dir, neutral, institution, measures)
  return warnings.map((warning) => note(withoutStop(warning)))
}

const leftOut = (warnings: readonly string[]): Finding[] =>
  warnings.map((warning) => toDo(withoutStop(warning), 'Mend that line: the rest counts without it'))

/** Whether config.yaml, the words, changes.yaml and corrections.csv can be used, each fault with its line. */
export async function lookAtConfiguration(patient: Patient): Promise<Finding[]> {
  const { dir } = patient
  const faults = await unlessFaulty(async () => wordsOf(patient, await loadSettings(dir)))
  const changes = await loadChanges(dir)
  const corrections = await loadCorrections(dir, parseDelimited)
  const found = [...faults, ...leftOut(changes.warnings), ...leftOut(corrections.warnings)]
  if (found.some(({ level }) => level === 'to do')) return found
  const said = [
    count(patient.settings?.sources.length ?? 0, 'source'),
    `${count(changes.changes.length, 'change')} and ${count(changes.actions.length, 'action')}`,
    count(corrections.corrections.length, 'correction'),
  ]
  return [well(`all can be used: ${said.join(', ')}`), ...found]
}
