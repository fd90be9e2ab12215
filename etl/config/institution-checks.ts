import { contrastOnWhite, darkened } from './colour.ts'
import type { Fault } from './errors.ts'
import { compile } from './pattern.ts'
import type { RawSettings } from './schema.ts'
import type { FaultAt } from './shape.ts'
import { zoneProblem } from './zone.ts'

const readableContrast = 4.5
/** What the database's regular expressions (RE2) do not know: looking ahead or behind, names, referring back, `\\u`. */
const unknownToDatabase = /\(\?[=!<]|\\[1-9uk]/

/** What parts, ends or quotes a line of the message that the intake form writes. */
const notInList = /[,;:>]|[\p{Pd}\u2212]{2}/u

/** An unknown time zone, a ticket number that does not fit, a colour too pale to read. */
export function institutionFaults(fault: FaultAt, institution: RawSettings['institution']): Fault[] {
  const zone = zoneProblem(institution.timezone)
  return [
    ...(zone === null ? [] : [fault(['timezone'], zone)]),
    ...ticketNumberFaults(fault, institution.ticket_number),
    ...accentFaults(fault, institution.accent),
  ]
}

function ticketNumberFaults(
  fault: FaultAt,
  { pattern, example }: RawSettings['institution']['ticket_number'],
): Fault[] {
  const path = ['ticket_number']
  const compiled = compile(pattern)
  if ('problem' in compiled) return [fault([...path, 'pattern'], compiled.problem)]
  if (unknownToDatabase.test(pattern))
    return [
      fault(
        [...path, 'pattern'],
        'looks ahead or behind, names or refers back, or has \\u, which the database cannot. Write it without',
      ),
    ]
  if (compiled.regex.test(''))
    return [fault([...path, 'pattern'], 'fits an empty text. Make it fit ticket numbers only')]
  if (compiled.regex.exec(example)?.[0] !== example)
    return [fault([...path, 'example'], `"${example}" does not fit the pattern. Correct one of the two`)]
  const [sign] = notInList.exec(example) ?? []
  return sign === undefined
    ? []
    : [
        fault(
          [...path, 'example'],
          `a number with "${sign}" in it cannot stand in the list of numbers that the intake form writes. Let pattern and example be the part without it`,
        ),
      ]
}

function accentFaults(fault: FaultAt, accent: string | null | undefined): Fault[] {
  if (typeof accent !== 'string' || contrastOnWhite(accent) >= readableContrast) return []
  const contrast = contrastOnWhite(accent).toFixed(1)
  return [
    fault(
      ['accent'],
      `${accent} is too pale to read on white: contrast ${contrast}, at least ${readableContrast} is needed. Write a darker one: "${darkened(accent, readableContrast)}"`,
    ),
  ]
}
