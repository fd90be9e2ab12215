/** Who holds how much of what is open → a table; the kinds of which nobody holds any are left out. */
import type { ItemKind, OwnersFile } from '../../data/contract.ts'
import { othersWords } from '../sentences/owners.ts'
import { number, share } from '../words/number.ts'
import type { Cell, Head, Row, Table } from './table.ts'

type Held = { open: number; share: number | null; oldest_days?: number | null }

const headsOf = (kind: ItemKind): Head[] => [
  { label: `Open ${kind}s`, kind: 'number' },
  { label: `Of all owned ${kind}s`, kind: 'number' },
  { label: `Oldest ${kind} in days`, kind: 'number' },
]

const missing: Cell = { words: '–', value: null }

const cellsOf = ({ open, share: part, oldest_days: oldest }: Held): Cell[] => [
  { words: number(open), value: open },
  part === null ? missing : { words: share(part), value: part },
  oldest == null ? missing : { words: number(oldest), value: oldest },
]

type Line = Record<ItemKind, Held> & { who: string }

/** By name or code; everybody else together in the last row. */
export const tableOfOwners = (file: OwnersFile): Table => {
  const lines: Line[] = [
    ...file.people,
    ...(file.others === null ? [] : [{ ...file.others, who: othersWords(file.others.people) }]),
  ]
  const kinds = (['ticket', 'escalation'] as const).filter((kind) =>
    lines.some((line) => line[kind].open > 0),
  )
  return {
    head: [{ label: file.owners === 'named' ? 'Person' : 'Code', kind: 'text' }, ...kinds.flatMap(headsOf)],
    rows: lines.map(
      (line): Row => ({ label: line.who, cells: kinds.flatMap((kind) => cellsOf(line[kind])) }),
    ),
  }
}
