import { Refusal } from './refusal.ts'

/** What no export of a service desk reaches: a file beyond these is not what it is taken for. */
export const mostBytes = 8 * 2 ** 30
export const mostRecords = 50_000_000
export const mostColumns = 2_000
export const mostCharactersInRecord = 16 * 2 ** 20
export const mostCharactersInCell = 2 ** 20

/** The refusal of a file of so many bytes. */
export const tooManyBytes = (bytes: number): Refusal =>
  new Refusal('too_large', `it has ${(bytes / 1e9).toFixed(1)} GB, more than is read: export it in parts`)

/** The refusal of a file at the record that is one too many. */
export const tooManyRecords = (record: number): Refusal =>
  new Refusal(
    'too_large',
    `it has more than ${mostRecords.toLocaleString('en-GB')} records: export it in parts`,
    record,
  )
