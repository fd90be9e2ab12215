import type { FormatsFile, SourceReading } from '../../data/contract.ts'
import type { ParseText } from '../../data/shared/delimited.ts'
import { kindOf } from '../../data/shared/file-kind.ts'
import { isPassedOver } from '../../data/shared/inbox-name.ts'
import { fitting } from '../../data/shared/recognise.ts'
import { Refusal } from '../../data/shared/refusal.ts'
import { tableRows } from '../../data/shared/table-text.ts'
import { textOf } from '../../data/shared/text.ts'
import { bytesOf, type ReadFile } from './bytes.ts'
import { type Claimed, claimedByColumns, claimedByName } from './claim.ts'
import { type Progress, readFile } from './read-file.ts'
import { readingOf } from './source.ts'
import type { Checked } from './verdict.ts'

export interface Check {
  readonly file: ReadFile
  readonly formats: FormatsFile
  /** Name of the source that the reader chose; null to find it. */
  readonly chosen: string | null
}

export interface Tools {
  readonly parse: ParseText
  readonly progress: (progress: Progress) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

type Told = Pick<Checked, 'claim' | 'source' | 'looksLike' | 'verdict' | 'notRead'>

/** A file's header row as a source would find it; none where it would not. */
async function headerOf(file: ReadFile, source: SourceReading, parse: ParseText): Promise<readonly string[]> {
  const text = textOf(() => bytesOf(file), source.encoding)
  try {
    for await (const [header] of tableRows(text.pieces, readingOf(source), parse)) if (header) return header
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return []
}

const isText = (name: string, { container }: SourceReading): boolean => kindOf(name, { container }) === 'text'

async function headersOf({ file, formats }: Check, parse: ParseText) {
  const readable = formats.sources.filter((source) => isText(file.name, source))
  return Promise.all(
    readable.map(async (source) => ({ source, header: await headerOf(file, source, parse) })),
  )
}

async function claimedOf(check: Check, parse: ParseText): Promise<Claimed | null> {
  const { file, formats, chosen } = check
  const source = formats.sources.find(({ name }) => name === chosen)
  const byName = claimedByName(file.name, formats.sources)
  if (source) return { source, claim: byName?.source === source ? byName.claim : 'chosen' }
  return byName ?? claimedByColumns(await headersOf(check, parse))
}

const notRead = (why: Checked['notRead'], claimed: Claimed | null): Told => ({
  claim: claimed?.claim ?? null,
  source: claimed?.source.name ?? null,
  looksLike: [],
  verdict: null,
  notRead: why,
})

/** What a file of another kind than text is, by its name. */
const otherKind = (name: string): 'spreadsheet' | 'json' | 'mail' | null => {
  if (/\.(mbox|eml|mbx)(\.gz)?$/i.test(name)) return 'mail'
  const kind = kindOf(name, { container: 'table' })
  return kind === 'text' ? null : kind
}

/** The names of the formats whose headers a file has, however its cells are parted. */
async function looksLikeOf(check: Check, parse: ParseText): Promise<string[]> {
  const headers = (await headersOf(check, parse)).map(({ header }) => header)
  const found = headers.flatMap((header) => fitting(header, check.formats.formats))
  return [...new Set(found.map(({ name }) => name))]
}

async function told(check: Check, { parse, progress, now }: Tools): Promise<Told> {
  const { file } = check
  const name = file.name.slice(file.name.lastIndexOf('/') + 1)
  if (isPassedOver(name)) return notRead('passed_over', null)
  const byName = claimedByName(file.name, check.formats.sources)
  const kind = otherKind(file.name) ?? (byName?.source.container === 'mail' ? 'mail' : null)
  if (kind) return notRead(kind, byName)
  const claimed = await claimedOf(check, parse)
  const looksLike = await looksLikeOf(check, parse)
  if (claimed === null) return { ...notRead('no_source', null), looksLike }
  if (!isText(file.name, claimed.source)) return notRead('mail', claimed)
  const { source, claim } = claimed
  const isNamed = claim === 'name' || claim === 'folder'
  const verdict = await readFile({ file, source, isNamed }, { parse, progress, now })
  return { claim, source: source.name, looksLike, verdict, notRead: null }
}

/** Finds out whether a file would be read, by which source, and what would be set aside. */
export async function checkFile(check: Check, tools: Tools): Promise<Checked> {
  const began = tools.now()
  const rest = await told(check, tools)
  const { name, size } = check.file
  return { name, bytes: size, seconds: (tools.now() - began) / 1000, ...rest }
}
