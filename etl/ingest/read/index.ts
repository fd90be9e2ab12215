import { type Kind, kindOf } from '../../../data/shared/file-kind.ts'
import type { Source } from '../../config/settings.ts'
import { readJson } from './json.ts'
import { readMail } from './mail.ts'
import type { RowFile } from './row-file.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { readTable } from './table.ts'

interface File {
  readonly name: string
  readonly path: string
}

/** The headers that a source looks for, each column by its first name. */
const namesOf = ({ reading }: Source): string[] =>
  Object.values(reading.columns).flatMap(({ alternatives }) => alternatives[0] ?? [])

const readers: Readonly<Record<Kind, (file: File, source: Source) => RowFile>> = {
  text: ({ path }, source) => readTable(path, source),
  spreadsheet: ({ path }, source) => readSpreadsheet(path, source),
  json: ({ path }, source) => readJson(path, source.coverage === 'open_only' ? namesOf(source) : null),
  mail: ({ path, name }) => readMail(path, name),
}

/** A file of the inbox as rows, by the reader that its name and its source call for. */
export const openRows = (file: File, source: Source): RowFile =>
  readers[kindOf(file.name, source)](file, source)
