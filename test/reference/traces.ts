import { type Happening, isDone, type Trace } from './happening.ts'
import { type Status, sourceNames } from './world.ts'

/** An escalation and the traces that it left, the earliest first. */
export interface Joined {
  readonly id: string
  readonly traces: Trace[]
  readonly repeatOf: string | null
}

const joinedWithin = 14 * 24 * 60 * 60_000
const rank = ({ source }: Trace): number => sourceNames.indexOf(source)
const lesser = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The numbers of tickets in some words, each once, in order. */
export const numbersIn = (words: string): string[] => [...new Set(words.match(/\b(INC|REQ)\d{6,}\b/g) ?? [])]

/** The numbers of tickets that an escalation names, in order of its traces. */
export const ticketsNamedBy = ({ traces }: Pick<Joined, 'traces'>): string[] => [
  ...new Set(traces.flatMap(({ quotes }) => numbersIn(quotes))),
]

/** The trace that is believed where several state something. */
export const believed = (traces: readonly Trace[], states: (trace: Trace) => boolean): Trace | undefined =>
  traces.filter(states).sort((a, b) => rank(a) - rank(b))[0]

export function statusAt(happenings: readonly Happening[], at: number): Status {
  return happenings.findLast((one) => one.status !== undefined && one.at <= at)?.status ?? 'new'
}

function isDoneAt({ traces }: Joined, at: number): boolean {
  const trace = believed(traces, ({ statesStatus }) => statesStatus)
  return trace !== undefined && isDone(statusAt(trace.happenings, at))
}

const tells = (trace: Trace, other: Trace): boolean =>
  trace.id === other.id || trace.parent === other.id || trace.quotes.split(/[\s,;]+/).includes(other.id)

const isQuoted = ({ traces }: Joined, trace: Trace): boolean =>
  traces.some((one) => tells(one, trace) || tells(trace, one))

const sharesTicket = (escalation: Joined, trace: Trace): boolean =>
  numbersIn(trace.quotes).some((number) => ticketsNamedBy(escalation).includes(number))

function isNear(escalation: Joined, trace: Trace): boolean {
  const received = escalation.traces[0]?.receivedAt ?? Number.NaN
  return trace.receivedAt - received <= joinedWithin || !isDoneAt(escalation, trace.receivedAt)
}

/** Whether a trace would take the place of one that it refers to, or that refers to it. */
const takesPlaceOf = (trace: Trace, { traces }: Joined, all: readonly Trace[]): boolean =>
  all.some(
    (other) =>
      other.source !== trace.source &&
      (tells(other, trace) || tells(trace, other)) &&
      traces.some(({ source }) => source === other.source),
  )

/** Which of the earlier escalations a trace is another telling of. */
function joinedBy(trace: Trace, earlier: readonly Joined[], all: readonly Trace[]): Joined | undefined {
  const free = earlier.filter(({ traces }) => traces.every(({ source }) => source !== trace.source))
  return (
    free.findLast((one) => isQuoted(one, trace)) ??
    free.findLast((one) => sharesTicket(one, trace) && isNear(one, trace) && !takesPlaceOf(trace, one, all))
  )
}

/** Escalations by their traces, in order of their receipt. */
export function joined(all: readonly Trace[]): Joined[] {
  const inTime = [...all].sort(
    (a, b) => a.receivedAt - b.receivedAt || rank(a) - rank(b) || lesser(a.id, b.id),
  )
  const escalations: Joined[] = []
  for (const trace of inTime) {
    const same = joinedBy(trace, escalations, inTime)
    if (same) same.traces.push(trace)
    else {
      const before = escalations.findLast(
        (one) => sharesTicket(one, trace) && isDoneAt(one, trace.receivedAt),
      )
      escalations.push({ id: trace.id, traces: [trace], repeatOf: before?.id ?? null })
    }
  }
  return escalations
}

/** What happened to an escalation: a trace that is not believed shows only that someone took notice. */
export function happeningsOf({ traces }: Joined): Happening[] {
  const [status, owner, team] = (['statesStatus', 'statesOwner', 'statesTeam'] as const).map((states) =>
    believed(traces, (trace) => trace[states]),
  )
  const told = (trace: Trace, one: Happening): Happening => {
    const isBelieved =
      (one.status === undefined || trace === status) &&
      (one.owner === undefined || trace === owner) &&
      (one.team === undefined || trace === team)
    if (isBelieved) return one
    const { status: _, owner: __, team: ___, ...rest } = one
    return { ...rest, kind: 'noted' }
  }
  return traces
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((trace) => trace.happenings.map((one) => told(trace, one)))
    .sort((a, b) => a.at - b.at)
}
