import { section, visible } from '../inspect/text.ts'
import { aboutLines } from './about.ts'
import { acknowledgedLines } from './figures/acknowledged.ts'
import { attainedLines } from './figures/attained.ts'
import { investigatedLines } from './figures/investigated.ts'
import { ownedLines } from './figures/owned.ts'
import { resolvedLines } from './figures/resolved.ts'
import { updatedLines } from './figures/updated.ts'
import { kinLines } from './kin.ts'
import { correctionLines, recordLines } from './records.ts'
import type { Story } from './story.ts'
import { timelineLines } from './timeline.ts'

const sections: readonly (readonly [heading: string, lines: (story: Story) => string[]])[] = [
  ['Belongs together', kinLines],
  ['What happened', timelineLines],
  ['Acknowledged', acknowledgedLines],
  ['Investigated', investigatedLines],
  ['Owned', ownedLines],
  ['Updated', updatedLines],
  ['Resolved', resolvedLines],
  ['Service levels', attainedLines],
  ['Corrected', correctionLines],
  ['Records', recordLines],
]

/** A story as lines for a terminal: what it is, what happened, and how each of its figures came about. */
export const tell = (story: Story): string[] =>
  [...aboutLines(story), ...sections.flatMap(([heading, lines]) => section(heading, lines(story)))].map(
    visible,
  )
