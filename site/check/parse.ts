import Papa from 'papaparse'
import type { ParseText } from '../../data/shared/delimited.ts'

/** Lets papaparse read a text. Its rows are arrays: objects would lose columns of the same name. */
export const parseText: ParseText = (text, delimiter) =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '"' }).data
