import { tableRows } from '../../../data/shared/table-text.ts'
import type { Source } from '../../config/settings.ts'
import { parseText } from './delimited.ts'
import type { RowFile } from './row-file.ts'
import { readText } from './text.ts'

/** A delimited text as rows, from its header row on. */
export function readTable(path: string, source: Source): RowFile {
  const text = readText(path, source.encoding)
  return { batches: tableRows(text.pieces, source, parseText), encoding: text.encoding }
}
