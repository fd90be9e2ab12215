/** `previous.json`: what the release before called, so that what is new tonight can be told from it. */
import { z } from 'zod'
import { chart, side } from './chart.ts'
import { day, instant, name, runName } from './terms.ts'

const judged = z.strictObject({
  measure: name,
  variation: chart.shape.variation,
  slipped: chart.shape.slipped,
})
const call = z.strictObject({ issue: z.string(), label: z.string(), direction: side, called_on: day })

export const previousFile = z.strictObject({
  run: runName,
  as_of: instant,
  /** Of each measure that a promise is told by, what was said of its latest period. */
  charts: z.array(judged),
  /** Recurring issues that were called rising or falling. */
  calls: z.array(call),
  /** What the last good night with sites called, where it was as of the same time as this one: it was told then. */
  told: z
    .strictObject({ charts: z.array(judged), calls: z.array(call.pick({ issue: true, direction: true })) })
    .nullable(),
})

export type PreviousFile = z.infer<typeof previousFile>
