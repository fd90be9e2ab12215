import { count, row, shown, wrapped } from '../inspect/text.ts'
import { labelOf } from './labels.ts'
import type { RecordsTold, Story } from './story.ts'

const ends = {
  kept: 'kept',
  superseded: 'superseded by a later version',
  duplicate: 'the same again',
} as const

const fileText = (file: string): string => shown(file, 200)

function aside({ file, first_record, fault, fault_column }: RecordsTold): string[] {
  const place = fault_column === null ? '' : `, in ${fault_column}`
  return wrapped(
    `${fileText(file)} record ${first_record}: set aside, ${labelOf(fault ?? '')} (${fault}${place})`,
  )
}

/** The records that carry its id, by file, and each that was set aside. */
export function recordLines({ records }: Story): string[] {
  const files = Map.groupBy(
    records.filter(({ verdict }) => verdict !== 'quarantined'),
    ({ file }) => file,
  )
  return [
    ...[...files].flatMap(([file, told]) => {
      const parts = told.map(({ verdict, records: number }) =>
        verdict === 'quarantined' ? '' : `${number.toLocaleString('en-GB')} ${ends[verdict]}`,
      )
      const all = told.reduce((sum, { records: number }) => sum + number, 0)
      return wrapped(`${fileText(file)}: ${count(all, 'record')}, ${parts.join(', ')}`)
    }),
    ...records.filter(({ verdict }) => verdict === 'quarantined').flatMap(aside),
  ]
}

/** What corrections.csv says of it. */
export const correctionLines = ({ corrections }: Story): string[] =>
  corrections.flatMap(({ line, field, value, reason, corrected_by }) =>
    row(
      field,
      `“${shown(value)}”, says ${shown(corrected_by)}: ${shown(reason, 200)} (corrections.csv line ${line})`,
    ),
  )
