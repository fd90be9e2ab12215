import { foldHeader, locate, type Reading } from '../../data/shared/reading.ts'
import { fitting } from '../../data/shared/recognise.ts'
import type { Format, Hint } from '../formats/format.ts'
import type { Row } from './rows.ts'

/** What is known of the files of tools. */
export interface Known {
  readonly formats: ReadonlyMap<string, Format>
  readonly hints: ReadonlyMap<string, Hint>
}

/** A format or hint whose headers a file has. */
export interface Fit {
  readonly name: string
  readonly title: string
  /** The format itself; null for a hint. */
  readonly format: Format | null
  readonly hint: Hint | null
  /** The headers by which it was recognised. */
  readonly signature: Row
  /** How many of its columns the header has. */
  readonly located: number
  /** Headers that it does not use. */
  readonly unused: Row
}

/** One whose headers the file has in part. */
export interface Near {
  readonly name: string
  readonly has: Row
  readonly lacks: Row
}

/** A format's own columns, as `locate` takes them. */
export const readingOf = ({ columns, required, nulls }: Format): Reading => ({
  columns: Object.fromEntries(
    Object.entries(columns).map(([column, headers]) => [
      column,
      { alternatives: headers.map((header) => [header]) },
    ]),
  ),
  required,
  nulls,
})

const hintReading = ({ columns }: Hint): Reading => ({
  columns: Object.fromEntries(
    Object.entries(columns).map(([column, header]) => [column, { alternatives: [[header]] }]),
  ),
  required: [],
  nulls: [],
})

/** Every format and hint that fits a header: formats before hints, and those that use most of it first. */
export function fitsOf(header: Row, { formats, hints }: Known): Fit[] {
  const found = (names: ReadonlyMap<string, Format | Hint>) => fitting(header, [...names.values()])
  const fitOf = (name: string, signature: Row): Fit => {
    const format = formats.get(name) ?? null
    const hint = format ? null : (hints.get(name) ?? null)
    const { positions, unused } = locate(header, format ? readingOf(format) : hintReading(hint as Hint))
    const title = (format ?? hint)?.title ?? name
    return { name, title, format, hint, signature, located: Object.keys(positions).length, unused }
  }
  const ofFormats = found(formats).map(({ name, signature }) => fitOf(name, signature))
  const ofHints = found(hints)
    .filter(({ name }) => !formats.has(name))
    .map(({ name, signature }) => fitOf(name, signature))
  const most = (a: Fit, b: Fit): number => b.located - a.located
  return [...ofFormats.sort(most), ...ofHints.sort(most)]
}

/** The format or hint of whose signature the header has most, if it has half of one. */
export function nearestTo(header: Row, { formats, hints }: Known): Near | null {
  const folded = new Set(header.map(foldHeader))
  const near = [...formats.values(), ...hints.values()].flatMap(({ name, signatures }) =>
    signatures.map((signature): Near => {
      const isThere = (each: string): boolean => folded.has(foldHeader(each))
      return { name, has: signature.filter(isThere), lacks: signature.filter((each) => !isThere(each)) }
    }),
  )
  const share = ({ has, lacks }: Near): number => has.length / (has.length + lacks.length)
  const best = near.sort((a, b) => share(b) - share(a))[0]
  return best && share(best) >= 0.5 && best.has.length > 1 ? best : null
}
