import { recentDays } from './windows.ts'

export type Direction = 'up' | 'down'

/** What was called when it was looked at the end of a day: directions by the subject's key. */
export interface CalledAt {
  readonly end: number
  readonly called: ReadonlyMap<string, Direction>
}

/** From the end that first called it to the first that did so no more; null: it stands. */
export interface Call {
  readonly key: string
  readonly direction: Direction
  readonly called_on: number
  readonly ended_on: number | null
}

type Open = { -readonly [Field in keyof Call]: Call[Field] }

/**
 * The calls that one look after another makes. One that is called again less than four weeks after it had ended never
 * ended; so an end is final four weeks after it. In the order of `called_on`, then of the keys.
 */
export function callsOf(looks: readonly CalledAt[]): Call[] {
  const calls: Open[] = []
  const latest = new Map<string, Open>()
  let standing: Open[] = []
  for (const { end, called } of looks) {
    for (const call of standing) if (called.get(call.key) !== call.direction) call.ended_on = end
    standing = [...called].map(([key, direction]) => {
      const name = `${direction} ${key}`
      const last = latest.get(name)
      const isSame = last !== undefined && (last.ended_on === null || end - last.ended_on < recentDays)
      const call = isSame ? last : { key, direction, called_on: end, ended_on: null }
      call.ended_on = null
      if (!isSame) calls.push(call)
      latest.set(name, call)
      return call
    })
  }
  return calls
}
