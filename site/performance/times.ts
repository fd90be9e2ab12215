/** How long escalations took, as a table. */
import type { Clock, StaffTime } from '../../data/contract.ts'
import type { Cell, Table } from '../tables/table.ts'
import { shortDay } from '../words/date.ts'
import { roundDuration } from '../words/duration.ts'
import type { Everybody } from './told.ts'

const heads: Record<Clock, [string, string]> = {
  elapsed: ['Half within', '9 in 10 within'],
  business: ['Half within, working time only', '9 in 10 within, working time only'],
}
const clocks = ['elapsed', 'business'] as const

const cell = (minutes: number | null | undefined, clock: Clock): Cell => ({
  words: minutes == null ? '–' : roundDuration(minutes, clock),
  value: null,
})

const isTold = ({ half_within_minutes, nine_in_ten_within_minutes }: StaffTime): boolean =>
  half_within_minutes !== null || nine_in_ten_within_minutes !== null

const cellsOf = (times: readonly StaffTime[]): Cell[] =>
  clocks.flatMap((clock) => {
    const time = times.find((one) => one.clock === clock)
    return [cell(time?.half_within_minutes, clock), cell(time?.nine_in_ten_within_minutes, clock)]
  })

/** A row a measure, told on both clocks; null where nothing can be told of any. */
export const timesTable = ({ staff, measures }: Everybody): Table | null => {
  const told = Map.groupBy(staff.times.filter(isTold), ({ measure }) => measure)
  if (told.size === 0) return null
  return {
    head: ['Until they were', ...clocks.flatMap((clock) => heads[clock])].map((label) => ({
      label,
      kind: 'text',
    })),
    rows: [...told].map(([measure, times]) => ({
      label: measures.get(measure)?.definition.title ?? measure,
      cells: cellsOf(times),
    })),
  }
}

type Days = { from?: string | null | undefined; to?: string | null | undefined }

/** "Escalations received from 21 Nov 2025 to 20 Nov 2026"; null where that is not said. */
export const spanOf = ({ from, to }: Days, what: string): string | null =>
  from == null || to == null ? null : `${what} received from ${shortDay(from)} to ${shortDay(to)}`
