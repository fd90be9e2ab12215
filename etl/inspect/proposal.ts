import type { CanonicalColumn } from '../formats/canonical.ts'
import { type Entry, mannerSettings, type Setting } from './entry.ts'
import { nameParts } from './file-name.ts'
import type { Look } from './look.ts'
import type { Known } from './recognise.ts'
import { recordsOf } from './rows.ts'
import { type Survey, survey } from './survey.ts'
import { quoted } from './text.ts'

/** A column of the file and the header that it stands under. */
export interface Mapped {
  readonly column: CanonicalColumn
  readonly header: string
}

/** How a file that nobody configured could be read. */
export interface Proposal {
  readonly entry: Entry
  readonly mapped: readonly Mapped[]
  /** How the dates of its columns are written, a sentence each. */
  readonly dates: readonly { readonly column: CanonicalColumn; readonly why: string }[]
}

export interface Given {
  readonly path: string
  readonly look: Look
  readonly known: Known
  readonly timezone: string
  /** Names that sources have already. */
  readonly taken: readonly string[]
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted
  for (let nth = 2; taken.includes(name); nth++) name = `${wanted}-${nth}`
  return name
}

/** Name, files and format. */
export function leadingSettings({ path, taken }: Given, format: string): Setting[] {
  const { source, glob } = nameParts(path)
  return [
    { key: 'name', value: freeName(source, taken) },
    { key: 'files', value: quoted(glob) },
    { key: 'format', value: format },
  ]
}

/** Zone, dialect and export time. */
export function closingSettings({ path, look, timezone }: Given): Setting[] {
  const { exportedAt } = nameParts(path)
  return [
    { key: 'timezone', value: timezone, remark: 'check: the zone that its times are written in' },
    ...mannerSettings(look.manner, look.toConfirm),
    ...(exportedAt === null ? [] : [{ key: 'exported_at', value: `{ filename: '${exportedAt}' }` }]),
  ]
}

/** What all records of the file hold. */
export const surveyOf = (
  { path, look }: Given,
  nulls: readonly string[],
  idCell: number | undefined,
  isRagged = false,
): Promise<Survey> =>
  survey(recordsOf(path, look.manner, look.format), look.header, { nulls, idCell, isRagged })
