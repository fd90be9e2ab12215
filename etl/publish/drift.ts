import type { Drift } from '../../data/contract.ts'
import type { Source } from '../config/settings.ts'
import type { UnknownWord } from '../facts/words.ts'
import type { LandedReceipt } from '../ingest/landed.ts'

/** How far the number of records may lie from what is usual before somebody should look: as shares of the usual. */
const usualRange: Readonly<Record<Source['coverage'], readonly [least: number, most: number]>> = {
  // what holds everything grows, and hardly ever shrinks
  all: [0.9, 1.5],
  open_only: [0.75, 1.5],
  since: [0.2, 5],
}
const exportsCompared = 7
/** Below so many records a share of them says nothing. */
const fewestCompared = 20
const wordsNamed = 5
const lettersShown = 40

const number = (count: number): string => count.toLocaleString('en-GB')
const nameOf = ({ names, sha256 }: LandedReceipt): string => names[0] ?? sha256
const quoted = (words: readonly string[]): string =>
  [
    ...words.slice(0, wordsNamed).map((word) => `"${word.slice(0, lettersShown)}"`),
    ...(words.length > wordsNamed ? [`and ${words.length - wordsNamed} more`] : []),
  ].join(', ')

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** The exports of a source, the newest first; of one time, those with the most records. */
const newestFirst = (source: Source, landed: readonly LandedReceipt[]): LandedReceipt[] =>
  landed
    .filter((file) => file.source === source.name)
    .sort(
      (a, b) =>
        b.known_at.localeCompare(a.known_at) || b.records - a.records || a.sha256.localeCompare(b.sha256),
    )

type Found = Omit<Drift, 'source' | 'file'>

function columnsDrift(newest: LandedReceipt, before: LandedReceipt, source: Source): Found[] {
  const gone = before.columns.filter((column) => !newest.columns.includes(column))
  const fresh = newest.unused.filter((name) => !before.unused.includes(name))
  return [
    ...(gone.length > 0
      ? [
          {
            kind: 'column_gone' as const,
            message: `${nameOf(newest)} has no column for ${gone.join(', ')} any more, as ${nameOf(before)} had: what needs it cannot be told from it. If the column has a new name, write it under columns: of source "${source.name}"`,
          },
        ]
      : []),
    ...(fresh.length > 0
      ? [
          {
            kind: 'column_new' as const,
            message: `${nameOf(newest)} has columns that ${nameOf(before)} had not, and nothing reads them: ${quoted(fresh)}. Map those that are of use under columns: of source "${source.name}"`,
          },
        ]
      : []),
  ]
}

function countDrift(newest: LandedReceipt, before: readonly LandedReceipt[], source: Source): Found[] {
  const usual = median(before.slice(0, exportsCompared).map(({ records }) => records))
  const [least, most] = usualRange[source.coverage]
  const isFew = newest.records <= usual * least
  const isEmptied = newest.records === 0 && usual > 0
  if (usual < fewestCompared && !isEmptied) return []
  if (!isFew && newest.records <= usual * most) return []
  const gone = isFew && source.coverage === 'open_only' ? '; what is missing from it counts as closed' : ''
  const message = `${nameOf(newest)} has ${number(newest.records)} records, and ${number(usual)} are usual${gone}: check that it was exported whole, and with the usual filter`
  return [{ kind: isFew ? 'fewer_records' : 'more_records', message }]
}

function cutDrift(newest: LandedReceipt, { cutAt }: Source): Found[] {
  if (!cutAt.includes(newest.records)) return []
  const message = `${nameOf(newest)} has exactly ${number(newest.records)} records, at which some tools stop without a word: check whether more were there, and export fewer at a time if so, each part with the same export time in its name`
  return [{ kind: 'cut', message }]
}

const setAside: ReadonlySet<string> = new Set(['status', 'event'])

/** What the words are stands in `place`, since they may be somebody's own. */
function wordsDrift(words: readonly UnknownWord[], source: Source, place: string): Found[] {
  return [...Map.groupBy(words, ({ column }) => column)].map(([column, unknown]) => {
    const records = unknown.reduce((sum, word) => sum + word.records, 0)
    const what = setAside.has(column) ? 'set aside' : 'counted as not known there'
    const which = unknown.length === 1 ? 'its word' : `any of ${number(unknown.length)} words`
    return {
      kind: 'value_unknown',
      message: `${number(records)} record${records === 1 ? '' : 's'} of source "${source.name}" ${what}, since no value map of ${column} knows ${which}. ${unknown.length === 1 ? 'It stands' : 'They stand'} in ${place}: add under values: ${column}: what each means`,
    }
  })
}

/**
 * In what the newest export of each source is otherwise than those before it, and how many of its words nothing knows;
 * `place` says where those are listed.
 */
export function driftOf(
  sources: readonly Source[],
  landed: readonly LandedReceipt[],
  words: readonly UnknownWord[],
  place: string,
): Drift[] {
  return sources.flatMap((source) => {
    const [newest, ...before] = newestFirst(source, landed)
    if (!newest) return []
    const [last] = before
    const found = [
      ...(last ? columnsDrift(newest, last, source) : []),
      ...countDrift(newest, before, source),
      ...cutDrift(newest, source),
      ...wordsDrift(
        words.filter((word) => word.source === source.name),
        source,
        place,
      ),
    ]
    return found.map((drift) => ({ source: source.name, file: nameOf(newest), ...drift }))
  })
}
