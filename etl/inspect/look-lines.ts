import { foldHeader } from '../../data/shared/reading.ts'
import type { Look } from './look.ts'
import { meanings } from './meanings.ts'
import type { Mapped, Proposal } from './proposal.ts'
import type { Fit, Near } from './recognise.ts'
import { row, section, shown, visible, wrapped } from './text.ts'

const named = (headers: readonly string[]): string =>
  headers.map((header) => `“${shown(header, 40)}”`).join(', ')

export const lookLines = ({ seen }: Pick<Look, 'seen'>): string[] =>
  section(
    'File',
    seen.flatMap((sentence) => wrapped(visible(sentence))),
  )

function fitLines({ name, title, hint, signature, located, unused }: Fit): string[] {
  const use =
    hint?.refusal === undefined
      ? `; ${located} of its columns are there, ${unused.length} of the file's are not used`
      : ''
  const unseen =
    'No real file of this tool was seen: it is known by its documentation alone. Check every line.'
  return [
    ...wrapped(`${name}: ${title}`),
    ...wrapped(`fits by ${named(signature)}${use}`, '    '),
    ...(hint ? wrapped(unseen, '    ') : []),
  ]
}

const unfitLines = (near: Near | null): string[] => [
  ...wrapped(
    'No known format has these headers. A table can be read all the same: the entry below says how, by the names of its columns.',
  ),
  ...(near
    ? wrapped(`The nearest is ${near.name}: it has ${named(near.has)} and lacks ${named(near.lacks)}.`)
    : []),
]

/** Which formats fit and why, the one that is proposed first. */
export function formatLines(fits: readonly Fit[], near: Near | null): string[] {
  const [chosen, ...others] = fits
  if (!chosen) return section('Format', unfitLines(near))
  const choice =
    others.length === 0
      ? []
      : wrapped(
          `${fits.length} fit; ${chosen.name} is proposed: it uses most of the columns${chosen.format && others.every(({ hint }) => hint) ? ', and real files of it were seen' : ''}.`,
        )
  const notes = (chosen.format?.notes ?? chosen.hint?.notes ?? []).flatMap((note) => wrapped(note, '  - '))
  return [
    ...section('Format', [...choice, ...fits.flatMap(fitLines)]),
    ...section('Know of such files', notes),
  ]
}

function mappedLine({ column, header }: Mapped): string {
  return `  ${column.padEnd(18)} ${shown(header, 28).padEnd(28)} ${meanings[column]}`.trimEnd()
}

/** Which header is which column, and which headers nothing uses. */
export function columnLines(mapped: readonly Mapped[], header: readonly string[]): string[] {
  const used = new Set(mapped.flatMap(({ header: name }) => [name, ...name.split(' / ')]).map(foldHeader))
  const unused = header.filter((name) => name.trim() !== '' && !used.has(foldHeader(name)))
  return section('Columns', [
    ...mapped.map(mappedLine),
    ...(unused.length === 0 ? [] : row('not used', named([...new Set(unused)]), 18)),
  ])
}

/** How the dates of its columns are written, those alike together. */
export const dateLines = ({ dates }: Proposal): string[] =>
  section(
    'Dates',
    [...Map.groupBy(dates, ({ why }) => why)].flatMap(([why, alike]) =>
      wrapped(`${alike.map(({ column }) => column).join(', ')}: ${why}`),
    ),
  )
