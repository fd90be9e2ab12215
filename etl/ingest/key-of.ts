import { createHmac } from 'node:crypto'

/** Small letters as DuckDB makes them: sign by sign, and without a second dot on an i. */
export const lower = (text: string): string =>
  [...text].map((sign) => (sign === '\u0130' ? 'i' : sign.toLowerCase())).join('')

/** A name as `fold_person` of db/macros/people.sql has it. */
export const foldPerson = (person: string): string =>
  lower(person.replace(/[\t\n\f\r ]+/g, ' ').replace(/^\p{Zs}+|\p{Zs}+$/gu, ''))

/** The key of a folded name, or of anything else, as `keyed` of db/macros/people.sql has it. */
export const keyOf = (secret: Buffer, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex').slice(0, 32)
