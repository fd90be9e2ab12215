/** Counts too small for a chart beside what would be usual: "it was 1 of 53 escalations, where about 2 would be usual". */
import type { Chart, ItemKind } from '../../data/contract.ts'
import { number } from '../words/number.ts'
import { noun } from '../words/value.ts'

type Rare = NonNullable<Chart['comparison']>

const countWords = ({ of, later }: Rare, kind: ItemKind): string => {
  const all = `${number(later.exposure)} ${noun(kind, later.exposure)}`
  if (later.count === 0) return `${of === 'kept' ? 'none' : 'all'} of ${all}`
  const many = `${number(later.count)} of ${all}`
  return of === 'kept' ? many : `all but ${many}`
}

const usualWords = ({ of, earlier, later }: Rare): string => {
  const expected = (earlier.count / earlier.exposure) * later.exposure
  const [none, few, several] =
    of === 'kept' ? ['none', 'fewer than 1', 'about '] : ['all', 'all or all but 1', 'all but about ']
  if (expected === 0) return none
  return expected < 1 ? few : `${several}${number(expected)}`
}

/** How many it was, and how many would be usual; without a past, the first alone. */
export const rareWords = (rare: Rare, kind: ItemKind): string => {
  const said = `it was ${countWords(rare, kind)}`
  return rare.earlier.exposure > 0 ? `${said}, where ${usualWords(rare)} would be usual` : said
}
