/** Whether somebody should be told tonight: a number and nothing else, so that it may go anywhere. */
import { boardRows } from '../promises.ts'
import type { Known } from './digest.ts'
import { calledOf, calledSince } from './news.ts'

/**
 * `called`: promises and issues that are called and were not by the release before, nor by a good night as of the same
 * time; none where there was no release before.
 */
export type Alerts = { run: string; as_of: string; called: number }

export const alertsOf = ({ manifest, measures, previous }: Omit<Known, 'run'>): Alerts => ({
  run: manifest.run,
  as_of: manifest.as_of,
  called:
    previous === null
      ? 0
      : calledOf(calledSince(boardRows(manifest, measures), measures, previous.told ?? previous)).length,
})
