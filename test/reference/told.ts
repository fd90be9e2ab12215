import type { Trace } from './happening.ts'
import { factsOf, type ItemFacts, type Story } from './item.ts'
import { type Owned, ownedOf, type Silence, silenceOf } from './promises.ts'
import type { SourceName, World } from './world.ts'

/** Which sources tell of messages, of who acts, and of owners at all. */
export interface Telling {
  readonly messages: ReadonlySet<string>
  readonly actors: ReadonlySet<string>
  readonly owners: ReadonlySet<string>
}

export interface Item extends ItemFacts {
  readonly kind: 'ticket' | 'escalation'
  readonly sources: readonly SourceName[]
  readonly owned: Owned
  readonly silence: Silence | null
  readonly isLeftOut: boolean
  readonly service: string | null
  readonly priority: string | null
  readonly satisfaction: string | null
  /** Part of a major incident, or about a ticket that is. */
  readonly isMajorChild: boolean
}

/** What the sources tell of, judged by all that they tell. */
export function tellingOf(traces: readonly Trace[]): Telling {
  const where = (tells: (trace: Trace) => boolean): Set<string> =>
    new Set(traces.filter(tells).map(({ source }) => source))
  return {
    messages: where(({ happenings }) => happenings.some(({ kind }) => kind === 'updated')),
    actors: where(({ happenings }) => happenings.some(({ actor }) => actor !== 'unknown')),
    owners: where(({ happenings }) => happenings.some(({ kind }) => kind === 'assigned')),
  }
}

/** Until when the sources of an item know it: as of a time, each no later than its newest export. */
export const knownUntil = ({ asOf, exportedAt }: World, sources: readonly SourceName[]): number =>
  Math.min(asOf, Math.max(...sources.map((source) => exportedAt[source])))

/** An item of either kind, with what was promised of it. */
export function itemOf(
  world: World,
  told: Omit<Story, 'knownUntil'>,
  sources: readonly SourceName[],
  telling: Telling,
) {
  const item = factsOf(world, { ...told, knownUntil: knownUntil(world, sources) })
  const hasOwners = sources.some((source) => telling.owners.has(source))
  return {
    ...item,
    sources,
    owned: ownedOf(world, item, hasOwners),
    silence: silenceOf(world, item, sources, telling.messages),
  }
}
