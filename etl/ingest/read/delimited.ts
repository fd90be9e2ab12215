import Papa from 'papaparse'
import { type ParseText, rowsOfText } from '../../../data/shared/delimited.ts'

/** Lets papaparse read a text. Its rows are arrays: objects would lose columns of the same name. */
export const parseText: ParseText = (text, delimiter) =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '"' }).data

/** The rows of a small text that is all there, separated by commas, blank ones too. Throws `Refusal` where a quote does not end. */
export const parseDelimited = (written: string): string[][] => rowsOfText(written, parseText)
