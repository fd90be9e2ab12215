import type { Fault } from './errors.ts'
import type { RawSettings } from './schema.ts'
import type { FaultAt } from './shape.ts'

/** Owners shown to leadership without a data protection assessment. */
export function audienceFaults(fault: FaultAt, { leadership }: RawSettings['audiences']): Fault[] {
  if (leadership.owners === 'hidden' || leadership.dpia) return []
  const hint = 'Write dpia: { reference, date, workers_consulted } beside it, or owners: hidden'
  return [fault(['leadership', 'owners'], `${leadership.owners} needs a data protection assessment. ${hint}`)]
}

/** One name for two people at the same time. */
export function peopleFaults(fault: FaultAt, people: RawSettings['people']): Fault[] {
  const names = people.map(({ name, aliases }) => [name, ...aliases].map((text) => text.toLowerCase()))
  const isSameTime = (a: RawSettings['people'][number], b: RawSettings['people'][number]): boolean =>
    (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')
  return people.flatMap((person, index) =>
    people.slice(0, index).flatMap((earlier, before) => {
      const shared = names[index]?.find((name) => names[before]?.includes(name))
      if (shared === undefined || !isSameTime(person, earlier)) return []
      const problem = `"${shared}" is also a name of ${earlier.name}. Keep it with one of them, or give both from and to`
      return [fault([index], problem)]
    }),
  )
}
