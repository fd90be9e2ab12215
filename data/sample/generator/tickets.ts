import { inventRequests } from './arrivals.ts'
import { afterLeavers } from './leavers.ts'
import { minuteOf } from './london.ts'
import { randomOf } from './random.ts'
import { answerTo } from './satisfaction.ts'
import { stories } from './stories.ts'
import type { Ticket } from './ticket.ts'
import { live } from './ticket-life.ts'

const FIRST_NUMBER = 301_107

/** Every ticket with its rows up to the as-of time. Numbers have gaps: other records take some of them. */
export function inventTickets(seed: number): Ticket[] {
  const random = randomOf(seed, 'tickets')
  const answers = randomOf(seed, 'answers')
  const asOf = minuteOf(stories.asOf)
  let number = FIRST_NUMBER
  return inventRequests(seed).map((request) => {
    number += random.int(1, 4)
    const { rows, isOrphan } = afterLeavers(random, live(random, request))
    const ticket = {
      ...request,
      number: numberOf(number),
      rows: rows.filter(({ at }) => at <= asOf),
      isOrphan,
    }
    return { ...ticket, answer: answerTo(answers, ticket) }
  })
}

/** A ticket's number as the tool writes it. */
export const numberOf = (number: number): string => `INC${String(number).padStart(7, '0')}`
