/** Files read by a night and by the page that checks them, and what each says of them. */
import { readFileSync } from 'node:fs'
import type { FormatsFile } from '../../../data/contract.ts'
import { formatsFileOf } from '../../../etl/publish/formats-file.ts'
import { checkFile } from '../../../site/check/check-file.ts'
import { parseText } from '../../../site/check/parse.ts'
import type { Checked } from '../../../site/check/verdict.ts'
import { installation, type Night, night, usualExport } from '../../support/installation.ts'
import { settingsOf } from '../../support/memory.ts'

export type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>

/** What is compared: which source, how many records, which of them are set aside and why, or why all of them are. */
export type Said = {
  source: string | null
  refused: { reason: string; record: number | null; message: string } | null
  records: number
  aside: Readonly<Record<string, number>>
  /** Record, reason and column of the first that are set aside. */
  first: readonly string[]
}

const mostCompared = 20
/** Of both, so that they say the same of what is in the future. */
const clock = Date.now()

/** A file of the inbox as a browser would hand it over. */
export const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>, exportedAt = usualExport) => {
  const file = new File([content], name, { lastModified: Date.parse(exportedAt) })
  return {
    name,
    size: file.size,
    lastModified: file.lastModified,
    slice: (from: number, to: number) => file.slice(from, to),
  }
}

const firstOf = (setAside: readonly { reason: string; record: number; column: string | null }[]): string[] =>
  [...Map.groupBy(setAside, ({ reason }) => reason).values()]
    .flatMap((each) => each.slice(0, mostCompared))
    .map(({ record, reason, column }) => `${record} ${reason} ${column ?? 'shape'}`)
    .sort()

/** What the page says, in the night's terms. */
export function saidByPage({ source, claim, verdict, notRead }: Checked): Said {
  const nobody = { reason: 'no_source', record: null, message: '' }
  const isNamed = claim === 'name'
  const refused = isNamed ? (verdict?.refused ?? null) : nobody
  const setAside = refused === null ? (verdict?.setAside ?? []) : []
  return {
    source: isNamed ? source : null,
    refused: notRead === null || !isNamed ? refused : { reason: notRead, record: null, message: '' },
    records: refused === null ? (verdict?.records ?? 0) : 0,
    aside: Object.fromEntries(setAside.map(({ reason, records }) => [reason, records])),
    first: firstOf(setAside.flatMap(({ reason, first }) => first.map((each) => ({ reason, ...each })))),
  }
}

/** What the installation of a config.yaml publishes of how it reads. */
export const formatsOf = async (config: string): Promise<FormatsFile> =>
  formatsFileOf(await settingsOf(config))

export async function checked(formats: FormatsFile, files: Files): Promise<Map<string, Checked>> {
  const found = new Map<string, Checked>()
  for (const [name, content] of Object.entries(files)) {
    const check = { file: fileOf(name, content), formats, chosen: null }
    found.set(name, await checkFile(check, { parse: parseText, progress: () => {}, now: () => clock }))
  }
  return found
}

interface AsideRow {
  readonly [column: string]: unknown
  readonly file: string
  readonly record: number
  readonly reason: string
  readonly column: string | null
}

const asideOf = (found: Night): Promise<AsideRow[]> =>
  found.query<AsideRow>(
    `select f.name as file, r.record, r.fault as reason, r.fault_column as "column"
     from stg_records as r join (select file_id, unnest(names) as name from dim_files) as f on f.file_id = r.file_id
     where r.fault is not null order by file, record`,
  )

/** What a night says of each file. Throws where nothing came of it. */
export async function saidByNight(config: string, files: Files): Promise<Map<string, Said>> {
  const inbox = Object.fromEntries(Object.entries(files).map(([name, content]) => [`inbox/${name}`, content]))
  const found = await night(await installation({ config, files: inbox }), [], {
    now: () => new Date(clock),
  })
  if (found.code !== 0) throw new Error(found.log)
  const [{ files: receipts }, rows] = [await found.run(), await asideOf(found)]
  return new Map(
    receipts.map(({ name, source, refused, records, quarantined }) => [
      name,
      {
        source: refused?.reason === 'no_source' ? null : source,
        refused,
        records,
        aside: quarantined,
        first: firstOf(rows.filter(({ file }) => file === name)),
      },
    ]),
  )
}

/** Of what only one of the two can know, nothing: the words of `no_source` name the inbox. */
export const compared = ({ refused, ...rest }: Said): Said => ({
  ...rest,
  refused: refused && { ...refused, message: refused.reason === 'no_source' ? '' : refused.message },
})

export const textOfSample = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path))
