import type { FileReceipt } from '../../../data/contract.ts'
import { count } from '../../inspect/text.ts'
import { type Finding, note, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { tallied } from '../words.ts'

/** From this share of a file's records on, its source reads them wrongly rather than that some are odd. */
const tooMany = 0.05

const setAsideOf = ({ quarantined }: FileReceipt): number =>
  Object.values(quarantined).reduce((sum, records) => sum + (records ?? 0), 0)

function refused(files: readonly FileReceipt[], run: string): Finding[] {
  const found = files.flatMap(({ refused: why }) => (why ? [why.reason] : []))
  if (found.length === 0) return []
  return [
    toDo(
      `${count(found.length, 'file')} refused whole last night: ${tallied(found.map((reason) => [reason, 1]))}`,
      `The warnings in ${run} name each and say what to do`,
    ),
  ]
}

function setAside(files: readonly FileReceipt[], where: string): Finding[] {
  const touched = files.filter((file) => setAsideOf(file) > 0)
  if (touched.length === 0) return []
  const reasons = touched.flatMap(({ quarantined }) => Object.entries(quarantined))
  const total = touched.reduce((sum, file) => sum + setAsideOf(file), 0)
  const records = touched.reduce((sum, file) => sum + file.records, 0)
  const found = `${total.toLocaleString('en-GB')} of ${count(records, 'record')} in ${count(touched.length, 'file')} set aside: ${tallied(reasons)}`
  const todo = `They stand with their reasons in ${where}`
  const isMuch = touched.some((file) => setAsideOf(file) >= tooMany * file.records)
  return [isMuch ? toDo(found, `${todo}: mend config.yaml or the export`) : note(found, todo)]
}

/** What last night refused or set aside, in counts by reason. */
export async function lookAtRecords({ standing, dir }: Patient): Promise<Finding[]> {
  if (standing.receipt === null) return []
  const { files, run } = standing.receipt
  const found = [
    ...refused(files, `${dir}/current/run.json`),
    ...setAside(files, `${dir}/quarantine/${run}.csv`),
  ]
  if (found.length > 0) return found
  const records = files.reduce((sum, file) => sum + file.records, 0)
  return [well(`${count(records, 'record')} in ${count(files.length, 'file')}, none refused or set aside`)]
}
