/** Files for spreadsheets, read back as one would read them. */
import Papa from 'papaparse'

const wouldRun = /^[\s"]*[=+\-@＝＋－＠]|^[\t\r]/
const isNumber = (cell: string): boolean => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell)

export type ReadBack = { cells: number; rows: number; ragged: number; run: string[] }

/** Its cells where it is split at commas, and those that a spreadsheet would run, also one that splits at semicolons and tabs whatever is quoted. */
export const readBack = (text: string): ReadBack => {
  const rows = Papa.parse<string[]>(text.replace(/^\ufeff/, '').replace(/\r?\n$/, '')).data
  const width = rows[0]?.length ?? 0
  const split = [...rows.flat(), ...text.replace(/^\ufeff/, '').split(/[;\t\r\n]/)]
  return {
    cells: rows.flat().length,
    rows: rows.length,
    ragged: rows.filter((row) => row.length !== width).length,
    run: split.filter((cell) => wouldRun.test(cell) && !isNumber(cell)),
  }
}
