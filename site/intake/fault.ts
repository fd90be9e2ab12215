import type { FieldName } from './filling.ts'

/** What is to be put right in a field. */
export interface Fault {
  readonly field: FieldName
  readonly message: string
  /** What is only asked about, once: the words to go on with it all the same. Null where it cannot stay. */
  readonly question: string | null
  /** What the field most likely was to hold, and the words to put it there. */
  readonly meant?: { readonly words: string; readonly value: string }
}

export const fault = (field: FieldName, message: string, question: string | null = null): Fault => ({
  field,
  message,
  question,
})
