/** A small world in which people hold more and less of what is open. */
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnersFile } from '../../data/contract.ts'
import { configOf, csv, escalationSource, eventSource } from '../support/config.ts'
import { installation, type World } from '../support/installation.ts'

/** How many tickets and escalations each holds. */
export type Load = Readonly<Record<string, readonly [tickets: number, escalations: number]>>

const times = <T>(many: number, make: (at: number) => T): T[] =>
  Array.from({ length: many }, (_, at) => make(at))

/** Tickets and escalations are a day older each, the newest ten days old. */
const dayOf = (at: number): string => String(21 - at).padStart(2, '0')

const tickets = (load: Load): string[] =>
  Object.entries(load).flatMap(([owner, [many]], person) =>
    times(many, (at) => `T${person}-${at},2026-03-${dayOf(at)}T12:00,1,in_progress,"${owner}",,,`),
  )
const escalations = (load: Load): string[] =>
  Object.entries(load).flatMap(([owner, [, many]], person) =>
    times(many, (at) => `E${person}-${at},,2026-03-${dayOf(at)}T12:00,,in_progress,"${owner}"`),
  )

/** Settings under `audiences:` for leaders, with an assessment of a day. */
export const leaders = (owners: string, date = '2026-01-15', consulted = 'true'): string =>
  `leadership: { owners: ${owners}, dpia: { reference: DPIA 7, date: ${date}, workers_consulted: ${consulted} } }`

/** What `load` says, as exports; `audiences` are settings. */
export const worldOf = (load: Load, audiences: string, more = ''): World => ({
  config: configOf(`${eventSource}${escalationSource}`, `audiences: { ${audiences} }\n${more}`),
  files: {
    'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...tickets(load)),
    'inbox/escalations.csv': csv('ref,ticket,received,acknowledged,status,owner', ...escalations(load)),
  },
})

/** An installation of it. */
export const madeOf = (load: Load, audiences: string, more = ''): Promise<string> =>
  installation(worldOf(load, audiences, more))

export const pathOf = (dir: string): string => join(dir, 'current', 'leadership', 'owners.json')

/** What leaders are told of owners; null where nothing is. */
export async function ownersOf(dir: string): Promise<OwnersFile | null> {
  const isThere = await access(join(dir, 'current', 'leadership')).then(
    () => true,
    () => false,
  )
  return isThere ? JSON.parse(await readFile(pathOf(dir), 'utf8')) : null
}
