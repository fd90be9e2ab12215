import { Escalation, Index } from './known-escalations.ts'

/** What one source tells of one escalation; times in milliseconds. A row of `stg_traces`. */
export interface Trace {
  readonly [column: string]: unknown
  readonly source: string
  /** The place of its source among all: the first-named one is believed. */
  readonly rank: number
  readonly item_id: string
  readonly received: number
  /** Whether it is a thread of messages. */
  readonly is_message: boolean
  /** Whether it says what status the escalation has. */
  readonly states_status: boolean
  readonly tickets: readonly string[]
  /** What it refers to: maybe ids of other traces. */
  readonly quotes: readonly string[]
  /** When it was done, by its own word; a stretch that lasts has no end. */
  readonly done: readonly { readonly began: number; readonly ended: number | null }[]
  /** Further messages of its requester, by their place among its events. */
  readonly chased: readonly { readonly moment: number; readonly position: number }[]
}

/** Which escalation an item of a source tells of, from one of its events on. */
export interface Join {
  readonly source: string
  readonly item_id: string
  /** 0 from the beginning; later where a thread goes on with another escalation. */
  readonly from_position: number
  readonly trace_id: string
  readonly escalation_id: string
  /** No trace of its own: its messages are further ones of an escalation that their mailbox tells of already. */
  readonly is_further: boolean
  /** The escalation that it repeats, where it founded one. */
  readonly repeat_of: string | null
}

/** A trace, or what of a thread comes after its escalation was done. */
interface Part {
  readonly trace: Trace
  readonly id: string
  readonly at: number
  readonly position: number
}

class Joining {
  readonly joins: Join[] = []
  readonly #byId = new Index()
  readonly #byTicket = new Index()
  readonly #byQuote = new Index()
  readonly #tellers: ReadonlyMap<string, ReadonlySet<string>>
  /** The sources that quote an id. */
  readonly #quoters = new Map<string, Set<string>>()
  readonly #parts = new Map<Trace, { readonly escalation: Escalation; readonly count: number }>()
  #founded = 0

  constructor(traces: readonly Trace[]) {
    const named = Map.groupBy(traces, ({ item_id }) => item_id)
    this.#tellers = new Map(
      [...named].map(([id, tellers]) => [id, new Set(tellers.map(({ source }) => source))]),
    )
    for (const { source, quotes } of traces)
      for (const quote of quotes)
        if (named.has(quote)) this.#quoters.set(quote, (this.#quoters.get(quote) ?? new Set()).add(source))
  }

  /** Takes a trace as it was received, or a further message of it. */
  take(part: Part): void {
    const last = this.#parts.get(part.trace)
    if (!last) this.#place(part, null)
    else if (last.escalation.isDone(part.at))
      this.#place({ ...part, id: `${part.id}#${last.count + 1}` }, last.escalation)
  }

  #place(part: Part, before: Escalation | null): void {
    const { trace, id, at } = part
    const known = this.#byId.of([id])[0] ?? this.#companionOf(part)
    const common = this.#byTicket.of(trace.tickets)
    const isItsOwn = ({ sources }: Escalation): boolean => trace.is_message && sources.has(trace.source)
    const chased = common.find((one) => isItsOwn(one) && !one.isDone(at))
    if (known) this.#add(part, known, isItsOwn(known))
    else if (chased) this.#add(part, chased, true)
    else {
      const repeated = before ?? common.find((one) => one.isDone(at))
      this.#add(part, new Escalation(id, at, this.#founded++), false, repeated?.id)
    }
  }

  /** The escalation, as other sources tell of it: by an explicit reference first, else by a common ticket. */
  #companionOf(part: Part): Escalation | undefined {
    const tellers = this.#tellersOf(part)
    const isFree = ({ claimedBy }: Escalation): boolean => claimedBy.isDisjointFrom(tellers)
    const referring = [...this.#byId.of(part.trace.quotes), ...this.#byQuote.of([part.id])]
    const explicit = referring.filter(isFree).sort((one, other) => other.nth - one.nth)
    const common = this.#byTicket.of(part.trace.tickets)
    const spoken = this.#spokenFor(part)
    const isOpenTo = (one: Escalation): boolean => isFree(one) && one.sources.isDisjointFrom(spoken)
    return explicit[0] ?? common.find((one) => isOpenTo(one) && one.isInReach(part.at))
  }

  /** The sources of which a trace has another trace beside it, since one quotes the other: a common ticket gives it none. */
  #spokenFor({ id, trace }: Part): ReadonlySet<string> {
    const quoted = trace.quotes.flatMap((quote) => [...(this.#tellers.get(quote) ?? [])])
    return new Set([...quoted, ...(this.#quoters.get(id) ?? [])])
  }

  #tellersOf({ id, trace }: Part): ReadonlySet<string> {
    return this.#tellers.get(id) ?? new Set([trace.source])
  }

  #add(part: Part, escalation: Escalation, is_further: boolean, repeat_of: string | null = null): void {
    const { trace, id, position } = part
    this.#parts.set(trace, { escalation, count: (this.#parts.get(trace)?.count ?? 0) + 1 })
    if (!is_further) escalation.add(trace, this.#tellersOf(part))
    this.#byId.add([id], escalation)
    this.#byTicket.add(trace.tickets, escalation)
    this.#byQuote.add(trace.quotes, escalation)
    const { source, item_id } = trace
    const joined = { trace_id: id, escalation_id: escalation.id, is_further, repeat_of }
    this.joins.push({ source, item_id, from_position: position, ...joined })
  }
}

const partsOf = (trace: Trace): Part[] => [
  { trace, id: trace.item_id, at: trace.received, position: 0 },
  ...trace.chased.map(({ moment, position }) => ({ trace, id: trace.item_id, at: moment, position })),
]

const order = (one: Part, other: Part): number =>
  one.at - other.at ||
  one.trace.rank - other.trace.rank ||
  (one.id < other.id ? -1 : Number(one.id > other.id)) ||
  one.position - other.position

/**
 * Which traces are one escalation, in the order in which they were received; the order in which they are given does not
 * matter. Only traces of different sources are joined, at most one of each: where one quotes the other's id, else by a
 * common ticket while the earlier escalation is open or no older than 14 days. Its id is that of its earliest trace. A
 * thread of messages goes on with another escalation once its own was done.
 */
export function joinTraces(traces: readonly Trace[]): Join[] {
  const joining = new Joining(traces)
  for (const part of traces.flatMap(partsOf).sort(order)) joining.take(part)
  return joining.joins
}
