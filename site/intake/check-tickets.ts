import { list } from '../words/number.ts'
import { type Fault, fault } from './fault.ts'
import type { Filling } from './filling.ts'
import { meantNumber } from './near-numbers.ts'
import type { NumberShape } from './number-shape.ts'
import { oddNumber, readTickets, type TicketsRead } from './tickets.ts'

/** Whether a request has no ticket number, as whoever makes it says. */
export const isWithoutTicket = ({ no_ticket, tickets }: Filling, shape: NumberShape): boolean =>
  no_ticket && readTickets(tickets, shape).numbers.length === 0

const short = (text: string): string => {
  const characters = [...text]
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text
}

const allQuoted = (texts: readonly string[]): string => list(texts.map((text) => `“${short(text)}”`))

const asItIs = (odd: readonly string[]): string =>
  `Use ${allQuoted(odd)} as ${odd.length === 1 ? 'it is' : 'they are'}`

/** A letter O for a zero and the like: what is most likely meant is one click away. */
function meantFault({ numbers, odd }: TicketsRead, shape: NumberShape): Fault | null {
  const read = odd.map((one) => ({ one, number: meantNumber(one, shape) }))
  const meant = read.flatMap(({ number }) => number ?? [])
  if (meant.length === 0) return null
  const unlike = read.flatMap(({ one, number }) => (number === null ? [] : one))
  const has = unlike.length === 1 ? 'has a letter where a digit' : 'have letters where digits'
  const message = `${allQuoted(unlike)} ${has} should be. Did you mean ${list(meant)}?`
  const value = [...numbers, ...read.map(({ one, number }) => number ?? one)].join(', ')
  return { ...fault('tickets', message, asItIs(odd)), meant: { words: `Yes, use ${list(meant)}`, value } }
}

function oddFaults(read: TicketsRead, shape: NumberShape): Fault[] {
  const [first, ...others] = read.odd
  if (first === undefined) return []
  const meant = meantFault(read, shape)
  if (meant !== null) return [meant]
  if (others.length === 0) return [fault('tickets', oddNumber(short(first), shape), asItIs(read.odd))]
  const problem = `${allQuoted(read.odd)} do not look like ticket numbers: a number looks like ${shape.example}.`
  return [fault('tickets', problem, asItIs(read.odd))]
}

/** What is wrong with the ticket numbers, or with what is told where there are none. */
export function ticketFaults(filling: Filling, shape: NumberShape): Fault[] {
  const read = readTickets(filling.tickets, shape)
  if (filling.no_ticket)
    return read.numbers.length > 0 || filling.reported.trim()
      ? []
      : [
          fault(
            'reported',
            'Say how and when you reported it, for example “by phone on Monday”, or write “not reported yet”.',
          ),
        ]
  if (read.numbers.length + read.odd.length === 0)
    return [fault('tickets', 'Enter the ticket number, or choose “I don’t have one”.')]
  return oddFaults(read, shape)
}
