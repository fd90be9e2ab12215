/** How well the targets of each level are met, of what everybody may see. */
import type { Manifest, StaffFile } from '../../data/contract.ts'
import { shortDay } from '../words/date.ts'
import { sentenceCase } from '../words/number.ts'
import { roughly } from '../words/rough.ts'
import { namedLevels } from './levels.ts'
import { levelName } from './target-words.ts'

export type KeptLine = { name: string; words: string }
/** `when`: the stretch of time that all lines are of; null where it is not known. */
export type Kept = { when: string | null; lines: readonly KeptLine[] }

type Table = StaffFile['tables'][number]

const done: Readonly<Record<string, string>> = { response: 'answered in time', resolution: 'solved in time' }

const wordsOf = ({ columns }: Table, { shares }: Table['rows'][number]): string | null => {
  const parts = columns.flatMap(({ measure, figure }, place) => {
    const share = shares[place]
    const what = measure === 'service-levels' ? done[figure] : undefined
    return share && what ? [`${roughly(share)} ${what}`] : []
  })
  return parts.length === 0 ? null : `${sentenceCase(parts.join(', '))}.`
}

/** One line a level that can be told; null where none can. Rounded as published, and levels merged as too small left out. */
export const keptOf = (staff: StaffFile, manifest: Pick<Manifest, 'levels' | 'targets'>): Kept | null => {
  const table = staff.tables.find(
    ({ by, columns }) => by === 'level' && columns.some(({ measure }) => measure === 'service-levels'),
  )
  const lines = namedLevels(manifest).flatMap((level) => {
    const row = table?.rows.find(({ label }) => label === level.level)
    const words = table && row ? wordsOf(table, row) : null
    return words === null ? [] : [{ name: levelName(level), words }]
  })
  if (table === undefined || lines.length === 0) return null
  const { from, to } = table
  return { when: from === null || to === null ? null : `${shortDay(from)} to ${shortDay(to)}`, lines }
}
