import { z } from 'zod'

const text = z.string().trim().min(1)
const day = z.iso.date()
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write opening hours as "09:00-17:00"')
const hours = z
  .union([clockTime, z.array(clockTime).min(1)], { error: 'write opening hours as "09:00-17:00"' })
  .transform((value) => (typeof value === 'string' ? [value] : value))
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const calendarSchema = z.strictObject({
  hours: z.partialRecord(z.enum(weekdays), hours),
  bank_holidays: text.optional(),
  closures: z.array(z.strictObject({ from: day, to: day, note: text.optional() })).default([]),
  other_hours: z.array(z.strictObject({ date: day, hours })).default([]),
})

export type CalendarSettings = z.infer<typeof calendarSchema>
