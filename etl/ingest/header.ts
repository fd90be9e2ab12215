import { type ExtraColumn, type Header, understandHeader } from '../../data/shared/header.ts'
import type { Source } from '../config/settings.ts'

/** What `escalated_when` and `exported_at` of the source look at, beside the canonical columns. */
export function extraColumns({ escalatedWhen, exportedAt }: Source): ExtraColumn[] {
  const named: [string, string | null | undefined][] = [
    ['escalated_by', escalatedWhen?.column],
    ['escalated_at', escalatedWhen?.at],
    ['export_time', exportedAt && 'column' in exportedAt ? exportedAt.column : null],
  ]
  return named.flatMap(([landed, name]) => (name ? [[landed, name] as const] : []))
}

/** Finds the columns of a source in a header row. Throws `Refusal` where one that it needs is not there. */
export const understand = (row: readonly string[], source: Source): Header =>
  understandHeader(row, source, extraColumns(source))
