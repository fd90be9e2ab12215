import type { Source } from '../config/settings.ts'
import { type Bindings, type Database, VARCHAR } from '../db/database.ts'

/** A message as far as it says which thread it is of; `at` in milliseconds, null where its time is not known. */
export interface ThreadMessage {
  readonly message_id: string
  /** Earlier messages that it refers to; they need not be there. */
  readonly parents: readonly string[]
  readonly conversation_id: string | null
  readonly at: number | null
}

/** Sets that grow together. Union by size and halved paths keep it near to linear, whatever the chains. */
class Sets {
  readonly #above: number[] = []
  readonly #sizes: number[] = []
  readonly #numbers = new Map<string, number>()

  /** The number of the element of that name; a new one is a set of its own. */
  element(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const fresh = this.#above.length
    this.#numbers.set(name, fresh)
    this.#above.push(fresh)
    this.#sizes.push(1)
    return fresh
  }

  rootOf(element: number): number {
    let at = element
    let above = this.#above[at] as number
    while (above !== at) {
      const further = this.#above[above] as number
      this.#above[at] = further
      at = further
      above = this.#above[at] as number
    }
    return at
  }

  join(one: number, other: number): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)]
    if (a === b) return
    const [small, large] = (this.#sizes[a] as number) < (this.#sizes[b] as number) ? [a, b] : [b, a]
    this.#above[small] = large
    this.#sizes[large] = (this.#sizes[large] as number) + (this.#sizes[small] as number)
  }
}

/** Whether a message came before another: by time, one without a time last, then by id. */
function isBefore(one: ThreadMessage, other: ThreadMessage): boolean {
  const [a, b] = [one.at ?? Number.POSITIVE_INFINITY, other.at ?? Number.POSITIVE_INFINITY]
  return a === b ? one.message_id < other.message_id : a < b
}

const nameOf = ({ message_id }: ThreadMessage): string => `M-${message_id.slice(0, 16)}`

/**
 * The thread of each message, by message id: what refers to one another, to the same missing message or to the same
 * conversation is one. A thread is named after its earliest message, so the order of the messages does not matter.
 */
export function threadsOf(messages: readonly ThreadMessage[]): Map<string, string> {
  const sets = new Sets()
  for (const { message_id, parents, conversation_id } of messages) {
    const own = sets.element(`m ${message_id}`)
    for (const parent of parents) sets.join(own, sets.element(`m ${parent}`))
    if (conversation_id !== null) sets.join(own, sets.element(`c ${conversation_id}`))
  }
  const threadOf = ({ message_id }: ThreadMessage): number => sets.rootOf(sets.element(`m ${message_id}`))
  const first = new Map<number, ThreadMessage>()
  for (const message of messages) {
    const thread = threadOf(message)
    const earliest = first.get(thread)
    if (!earliest || isBefore(message, earliest)) first.set(thread, message)
  }
  return new Map(
    messages.map((message) => [message.message_id, nameOf(first.get(threadOf(message)) ?? message)]),
  )
}

/**
 * The threads as they were known at a time (milliseconds): a later message joins what is there, and joins no two
 * threads before it was written. One without a time binds whatever it refers to, at any time.
 */
export function threadsAsOf(messages: readonly ThreadMessage[], asOf: number): Map<string, string> {
  const written = messages.filter(({ at }) => at === null || at <= asOf)
  return new Map([...threadsOf(messages), ...threadsOf(written)])
}

interface LandedMessage {
  readonly [column: string]: unknown
  readonly message_id: string
  readonly parents: string | null
  readonly conversation_id: string | null
  readonly at: number | null
}

const landedMessages = `
  select message_id, parents, conversation_id,
    case when rejected_as is null
      then epoch_ms(instant("at", $at_formats, $at_day_formats, $at_offset_formats, $timezone).latest)::double end as at
  from landed
  where message_id is not null`

/** Fills `message_threads` with the messages that the view `landed` shows of a source, as of an ISO instant. */
export async function threadMessages(
  database: Database,
  source: Source,
  dates: Bindings,
  asOf: string | null,
): Promise<void> {
  const rows = await database.all<LandedMessage>(landedMessages, {
    ...dates,
    timezone: source.timezone,
  })
  const messages = rows.map(({ parents, ...message }) => ({
    ...message,
    parents: parents?.split(' ').filter((parent) => parent !== '') ?? [],
  }))
  const threads = threadsAsOf(messages, asOf === null ? Number.POSITIVE_INFINITY : Date.parse(asOf))
  const table = await database.appender('message_threads', [VARCHAR, VARCHAR, VARCHAR])
  const ids = [...threads.keys()]
  table.append([ids.map(() => source.name), ids, [...threads.values()]])
  table.close()
}
