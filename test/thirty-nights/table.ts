import { wallOf } from '../reference/clock.ts'
import type { Delivery } from './delivery.ts'
import type { Run } from './night.ts'
import type { Release } from './observed.ts'
import type { Figures, KindFigures } from './reckoning.ts'
import type { Counts } from './verdicts.ts'

export type Line = Readonly<Record<(typeof columns)[number], string>>

const columns = [
  'night',
  'clock',
  'exit',
  'files',
  'refused',
  'kept/superseded/duplicate/aside',
  'tickets',
  'escalations',
  'in time',
  'stale',
  'as of',
  'what happens',
] as const

interface Ran {
  readonly night: number
  readonly title: string
  readonly run: Run
  readonly inbox: readonly Delivery[]
}

const total = (receipts: Figures['receipts'], of: keyof Counts): number =>
  Object.values(receipts).reduce((sum, counts) => sum + counts[of], 0)

/** Items, of which open, of which not acknowledged, without an owner. */
const told = ({ items, open, waiting, unowned }: KindFigures): string =>
  `${items}, ${open} open, ${waiting} waiting, ${unowned} unowned`

function figuresIn({ receipts, ticket, escalation, stale, asOf }: Figures): Partial<Line> {
  const counts = (['kept', 'superseded', 'duplicate', 'quarantined'] as const).map((of) =>
    total(receipts, of),
  )
  return {
    'kept/superseded/duplicate/aside': counts.join('/'),
    tickets: told(ticket),
    escalations: told(escalation),
    'in time': `${escalation.inTime} of ${escalation.due}`,
    stale: stale.join(' '),
    'as of': wallOf(Date.parse(asOf)).slice(5),
  }
}

/** The line of a run; with what it published, where it did. */
export function lineOf(
  { night, title, run, inbox }: Ran,
  published: { readonly figures: Figures; readonly release: Release } | null,
): Line {
  const refused = inbox.flatMap(({ name, refused }) => (refused ? [`${name}: ${refused}`] : []))
  const nothing = Object.fromEntries(columns.map((column) => [column, ''])) as Line
  return {
    ...nothing,
    night: String(night),
    clock: wallOf(run.clock).slice(5),
    exit: run.code === null ? 'killed' : String(run.code),
    files: String(inbox.length),
    refused: refused.join(', '),
    ...(published ? figuresIn(published.figures) : {}),
    'what happens': title,
  }
}

/** The table of all nights as text. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [columns, ...lines.map((line) => columns.map((column) => line[column]))]
  const widths = columns.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}
