import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const words =
  'the projector in room does not show anything after laptop wakes printer queue stuck drops every few minutes cannot sign in password reset link expired shared drive missing'.split(
    ' ',
  )

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const first = Date.UTC(2021, 0, 4)
const minute = 60_000
const time = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** The header and columns of the tickets, as one row a ticket. */
export const columns = [
  'number',
  'opened_at',
  'resolved_at',
  'closed_at',
  'state',
  'priority',
  'category',
  'assignment_group',
  'assigned_to',
  'short_description',
] as const

function ticket(index: number, chance: () => number): string {
  const opened = first + index * 2.6 * minute
  const resolved = opened + chance() * 3_000 * minute
  const pick = (most: number): number => Math.floor(chance() * most)
  const subject = Array.from({ length: 7 }, () => words[pick(words.length)]).join(' ')
  return [
    `INC${String(index).padStart(7, '0')}`,
    time(opened),
    time(resolved),
    time(resolved + 1_440 * minute),
    'Closed',
    `${pick(4) + 1} - Moderate`,
    `"Category ${pick(40)}, of many"`,
    `Group ${pick(30)}`,
    `Person ${pick(400)}`,
    `"${subject}"`,
  ].join(',')
}

/** Writes so many tickets as CSV; the same bytes every time. */
export async function writeTickets(path: string, count: number): Promise<void> {
  const chance = random(1)
  const file = createWriteStream(path)
  file.write(`${columns.join(',')}\n`)
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, index) =>
      ticket(from + index, chance),
    )
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}
