/** What the page of a department has room for below its table. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { departmentNote } from '../sentences/department.ts'
import { allDecided, type Decided, decidedText } from './decided.ts'
import type { DepartmentRow } from './department.ts'
import { fitting, roomBeside } from './fit.ts'
import { noticesAbove, whoseWords } from './heading.ts'

/** Of a page, without the heads of its parts and of its table. */
const linesOnPage = 47

/** Letters on a line of the first column, for its title and for its words. */
const [lettersOfTitle, lettersOfLabel] = [34, 38]
const linesOfRow = ({ title, label }: DepartmentRow): number => {
  const lines = Math.ceil(title.length / lettersOfTitle) + Math.ceil(label.length / lettersOfLabel)
  return lines * 0.82 + 0.35
}

export type Printed = { label: string; statement: string; rows: readonly DepartmentRow[] }

/** The decisions that there is room for, and how many more there are. */
export const decidedBeside = (
  { label, statement, rows }: Printed,
  measures: ReadonlyMap<string, MeasureFile>,
  manifest: Manifest,
): { decided: Decided[]; more: number } => {
  const all = allDecided(measures, manifest)
  const small = [...noticesAbove(manifest), whoseWords(manifest), departmentNote]
  const room = roomBeside({ large: [`${label}: a brief for the meeting`, statement], small }, linesOnPage)
  const table = rows.reduce((lines, row) => lines + linesOfRow(row), 0)
  const [many = 0] = fitting([all.map(decidedText)], room - table)
  return { decided: all.slice(0, many), more: all.length - many }
}
