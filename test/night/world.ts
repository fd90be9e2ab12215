import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { configOf, csv, escalationSource, eventSource } from '../support/config.ts'
import { type Export, folder, put } from '../support/installation.ts'

const header = 'id,at,order,status,owner,team,actor,opened'
const two = (number: number): string => String(number).padStart(2, '0')

/** Tickets from `first` on, each opened, owned and resolved within a day of March 2026. */
function ticketLog(first: number, count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = first + index
    const [day, hour] = [two((number % 20) + 1), two(9 + (number % 6))]
    const row = (at: string, order: number, status: string, owner: string): string =>
      `T${number},2026-03-${day}T${at},${order},${status},${owner},Desk,${owner},2026-03-${day}T${hour}:00`
    return [
      row(`${hour}:00`, 1, 'new', ''),
      row(`${hour}:${two(number % 60)}`, 2, 'in_progress', `Owner ${number % 7}`),
      row('17:00', 3, 'resolved', `Owner ${number % 7}`),
    ]
  })
  return csv(header, ...rows.flat())
}

const escalations = csv(
  'ref,ticket,received,acknowledged,status,owner',
  ...Array.from(
    { length: 40 },
    (_, index) =>
      `E${index},T${index},2026-03-${two((index % 20) + 1)}T14:00,2026-03-${two((index % 20) + 1)}T15:00,new,Owner ${index % 7}`,
  ),
)

/** Two nights' worth of exports; the second has records of a wrong shape. */
export const firstExports: Readonly<Record<string, Export>> = {
  'inbox/log-1.csv': { content: ticketLog(1, 150), at: '2026-03-24T12:00:00Z' },
  'inbox/escalations.csv': { content: escalations, at: '2026-03-24T12:00:00Z' },
}
export const moreExports: Readonly<Record<string, Export>> = {
  'inbox/log-2.csv': {
    content: `${ticketLog(151, 150)}T999,2026-03-02T09:00\n`,
    at: '2026-03-25T12:00:00Z',
  },
}

export const config = configOf(eventSource + escalationSource, 'releases_kept: 3')

/** A copy of an installation (or of its sites) as it stands: export times and links with it. */
export async function copied(from: string): Promise<string> {
  const to = join(await folder(), 'copy')
  await cp(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  return to
}

/** An installation with these exports and no night yet. */
export async function fresh(files: Readonly<Record<string, Export>>): Promise<string> {
  const dir = await folder()
  await mkdir(join(dir, 'inbox'))
  // two installations tell persons apart by the same keys only where they have the same secret
  await put(dir, { 'config.yaml': config, '.key': 'a secret of both', ...files })
  return dir
}
