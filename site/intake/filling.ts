import { type Request, requestWords } from '../../data/shared/intake.ts'

type Answered<Field extends 'impact' | 'reason' | 'wanted'> = NonNullable<Request[Field]> | ''

/** What stands in the fields of the form; each key is the name of its field. */
export interface Filling {
  readonly tickets: string
  readonly no_ticket: boolean
  /** The room, where there is no ticket. */
  readonly place: string
  /** How and when it was reported, where there is no ticket. */
  readonly reported: string
  readonly impact: Answered<'impact'>
  readonly impact_words: string
  readonly needed_by_day: string
  readonly needed_by_month: string
  readonly needed_by_year: string
  readonly reason: Answered<'reason'>
  /** It was fixed and came back. */
  readonly recurring: boolean
  /** For a colleague or a group. */
  readonly for_others: boolean
  readonly tried: string
  readonly wanted: Answered<'wanted'>
  readonly contact: string
}

export type FieldName = keyof Filling

export const nothingFilled: Filling = {
  tickets: '',
  no_ticket: false,
  place: '',
  reported: '',
  impact: '',
  impact_words: '',
  needed_by_day: '',
  needed_by_month: '',
  needed_by_year: '',
  reason: '',
  recurring: false,
  for_others: false,
  tried: '',
  wanted: '',
  contact: '',
}

export const fieldNames = Object.keys(nothingFilled) as FieldName[]

const isOffered = (name: FieldName, value: string): boolean =>
  !(name in requestWords) ||
  (requestWords[name as keyof typeof requestWords] as readonly string[]).includes(value)

function kept(name: FieldName, given: unknown): string | boolean {
  if (typeof nothingFilled[name] === 'boolean') return given === true || given === 'on'
  return typeof given === 'string' && isOffered(name, given) ? given : ''
}

/** A filling from whatever was kept or comes from a form: fields that are unknown, or hold something else, are left blank. */
export const fillingOf = (given: Readonly<Record<string, unknown>>): Filling =>
  Object.fromEntries(fieldNames.map((name) => [name, kept(name, given[name])])) as unknown as Filling
