/** The answers that the form offers, in the words of its readers; their keys are those of the message's block. */
import type { Request } from '../../data/shared/intake.ts'

type WordsOf<Field extends 'impact' | 'reason' | 'wanted'> = Readonly<
  Record<NonNullable<Request[Field]>, string>
>

export const impactWords: WordsOf<'impact'> = {
  teaching: 'Teaching',
  research: 'Research',
  service_to_students: 'Service to students',
  administration: 'Administration',
  other: 'Something else',
}

export const reasonWords: WordsOf<'reason'> = {
  speed: 'It takes too long',
  quality: 'The help was not good enough',
  impact: 'It does harm to my work',
  several: 'More than one of these',
}

export const wantedWords: WordsOf<'wanted'> = {
  fix: 'A fix',
  workaround: 'A way round it for now',
  information: 'An answer or some news',
  call_back: 'A call back',
  other: 'Something else',
}

/** Longest text that a field takes, in characters. */
export const mostCharacters = { line: 300, text: 5000 } as const

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })

/** `2026-11-30` → "Monday 30 November 2026" */
export const dayInFull = (isoDay: string): string =>
  long.format(new Date(`${isoDay}T00:00:00Z`)).replaceAll(',', '')
