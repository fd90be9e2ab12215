/** The calculator of the hand-made release, and instants by London's clocks. */
import { type Desk, deskOf } from '../../../site/calculator/judge.ts'
import { specOf } from '../../../site/calculator/make-spec.ts'
import type { CalculatorSpec } from '../../../site/calculator/spec.ts'
import { manifest } from '../fixture.ts'

export const spec = specOf(manifest) as CalculatorSpec
export const desk: Desk = deskOf(spec)

/** A wall time as the calculator has it: "2026-11-20 14:05" → milliseconds as if its clock were UTC. */
export const wallOf = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`)

/** The instant of a London wall time. */
export const at = (text: string): number =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/London').epochMilliseconds
