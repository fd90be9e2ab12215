/** `well`: as it should be · `note`: to be known, nothing has to be done · `to do`: somebody has to do something. */
export type Level = 'well' | 'note' | 'to do'

/** What a look at one part of an installation comes to, in sentences without their full stops. */
export interface Finding {
  readonly level: Level
  /** What was found, in figures. It holds no cell, no person's name and no secret. */
  readonly found: string
  /** The one thing to do about it; null where there is none. */
  readonly todo: string | null
  /** Whether no night can publish until it is done. */
  readonly stopsNights: boolean
}

export const well = (found: string): Finding => ({ level: 'well', found, todo: null, stopsNights: false })

export const note = (found: string, todo: string | null = null): Finding => ({
  level: 'note',
  found,
  todo,
  stopsNights: false,
})

export const toDo = (found: string, todo: string): Finding => ({
  level: 'to do',
  found,
  todo,
  stopsNights: false,
})

export const stopping = (found: string, todo: string): Finding => ({
  ...toDo(found, todo),
  stopsNights: true,
})
