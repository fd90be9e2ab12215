import type { CanonicalColumn } from '../formats/canonical.ts'
import { labelOf } from './labels.ts'
import { meanings } from './meanings.ts'
import { count, row, section, shown, wrapped } from './text.ts'
import type { Item, SetAside, Told } from './told.ts'
import { isName } from './values-guess.ts'

function accounting({ file }: Told): string[] {
  const { records, kept, superseded, duplicate, quarantined } = file
  const aside = Object.values(quarantined).reduce((sum, number) => sum + (number ?? 0), 0)
  const parts = [
    [kept, 'kept'],
    [superseded, 'superseded by a later version'],
    [duplicate, 'duplicate'],
    [aside, 'set aside'],
  ] as const
  const words = parts.map(([number, what]) => `${number.toLocaleString('en-GB')} ${what}`)
  return wrapped(`${count(records, 'record')} = ${words.join(' + ')}`)
}

const totalLines = ({ totals }: Told): string[] =>
  totals.length === 0
    ? ['  no ticket and no escalation came of it']
    : totals.flatMap(({ kind, items, open, first, last }) =>
        wrapped(
          `${count(items, kind)}, ${open.toLocaleString('en-GB')} of them open, from ${first} to ${last}`,
        ),
      )

function exampleOf({ record, column, cell, reason }: SetAside): string {
  const place = column === null ? '' : `, ${column}`
  return `record ${record}${place}: ${labelOf(reason)}${cell === null ? '' : ` “${shown(cell)}”`}`
}

function asideLines({ file, setAside }: Told): string[] {
  const reasons = Object.entries(file.quarantined)
  return reasons.flatMap(([reason, number]) => {
    const examples = setAside.filter((each) => each.reason === reason)
    const more = (number ?? 0) - examples.length
    return [
      ...wrapped(`${count(number ?? 0, 'record')}: ${labelOf(reason)} (${reason})`),
      ...examples.flatMap((each) => wrapped(exampleOf(each), '    ')),
      ...(more > 0 ? [`    and ${more.toLocaleString('en-GB')} more`] : []),
    ]
  })
}

function itemLines(item: Item): string[] {
  const basis = item.basis === null ? '' : ` (${labelOf(item.basis)})`
  const facts: [string, string | null][] = [
    [item.kind === 'ticket' ? 'opened' : 'received', item.received],
    ['acknowledged', item.acknowledged === null ? 'not yet' : item.acknowledged + basis],
    ['first owner', item.first_owner ?? 'nobody'],
    ['owner', item.owner ?? 'nobody'],
    ['team', item.team],
    ['status', labelOf(item.status)],
    ['resolved', item.resolved ?? 'not yet'],
    ['flagged', item.flags.length === 0 ? null : item.flags.map(labelOf).join('; ')],
  ]
  return [
    `  ${item.kind} ${shown(item.id)}`,
    ...facts.flatMap(([name, text]) => (text === null ? [] : row(`  ${name}`, shown(text, 200)))),
  ]
}

const isCanonical = (column: string): column is CanonicalColumn => column in meanings
const lackOf = (column: string): string => (isCanonical(column) ? `${column} (${meanings[column]})` : column)
const answers = { yes: 'yes', bounds: 'bounds only', no: 'no' } as const

function tellingLines({ measures, totals }: Told): string[] {
  const kinds = totals.map(({ kind }) => kind)
  return measures.flatMap(({ definition, can_be_told: { by_source } }) => {
    if (by_source.length === 0)
      return row(definition.title, `no: it tells nothing of ${kinds[0] ?? 'such item'}s`)
    return by_source.flatMap(({ answer, missing }) => {
      const lacks =
        missing.length === 0 ? '' : `; for a full answer it lacks ${missing.map(lackOf).join(', ')}`
      return row(definition.title, `${answers[answer]}${lacks}`)
    })
  })
}

const mostWords = 12

/** Words that no value map knows, the most frequent first; a night only counts them, since everybody may read what it says. */
const wordLines = ({ words }: Told): string[] =>
  [...Map.groupBy(words, ({ column }) => column)].flatMap(([column, unknown]) => {
    const named = unknown.filter((each) => isName(column, each)).toSorted((a, b) => b.records - a.records)
    const listed = named
      .slice(0, mostWords)
      .map(({ word, records }) => `“${shown(word)}” (${records.toLocaleString('en-GB')})`)
    const more = unknown.length - listed.length
    const rest =
      more === 0 ? [] : [listed.length > 0 ? `and ${count(more, 'more word')}` : count(more, 'word')]
    return row(column, [...listed, ...rest].join(', '))
  })

/** What came of a night over one file, as lines. */
export function toldLines(told: Told): string[] {
  const isSaid = (warning: string): boolean => / set aside: /.test(warning)
  const isListed = (warning: string): boolean =>
    told.run.drift.some(({ kind, message }) => kind === 'value_unknown' && message === warning)
  return [
    ...section('Tried on a copy', [...accounting(told), ...totalLines(told)]),
    ...section('Set aside', asideLines(told)),
    ...section('Words that no value map knows', wordLines(told)),
    ...section('The first of them', told.items.flatMap(itemLines)),
    ...section('What could be told from it', tellingLines(told)),
    ...section(
      'Worth knowing',
      told.run.warnings
        .filter((warning) => !isListed(warning))
        .map((warning) => (isSaid(warning) ? warning.replace(/^.*? set aside: /, '') : warning))
        .flatMap((warning) => wrapped(shown(warning, 600), '  - ')),
    ),
  ]
}
