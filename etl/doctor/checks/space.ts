import { dirname, join } from 'node:path'
import { count } from '../../inspect/text.ts'
import { statusOf, type Weight, weigh } from '../files.ts'
import { type Finding, note, stopping, well } from '../finding.ts'
import type { Room } from '../machine.ts'
import type { Patient } from '../patient.ts'
import { bytesText } from '../words.ts'

/** A night is not begun with less, however small the last one was. */
const least = 200_000_000
const leastFiles = 1000

/** A folder that a night writes to, what it takes there for as long as it runs, and what its releases still come to. */
interface Place {
  readonly name: string
  readonly path: string
  readonly takes: Weight
  readonly grows: number
}

/** The folder itself, or the nearest one above it that is there. */
export async function nearest(path: string): Promise<string> {
  const isThere = (await statusOf(path)) !== null
  return isThere || dirname(path) === path ? path : nearest(dirname(path))
}

async function ofInstallation({ dir, standing, settings, inbox }: Patient): Promise<Place> {
  const warehouse = (await weigh(join(dir, 'warehouse.duckdb'))).bytes
  const release = await weigh(standing.folder)
  const exports = inbox.reduce((sum, { bytes }) => sum + bytes, 0)
  const toCome = Math.max(0, (settings?.releases_kept ?? 0) - standing.releases.length)
  // the new warehouse stands beside the old one, and as much may spill
  const bytes = warehouse > 0 ? 2 * warehouse + release.bytes : 2 * exports
  return {
    name: dir,
    path: dir,
    takes: { bytes: Math.max(bytes, least), files: release.files + leastFiles },
    grows: toCome * release.bytes,
  }
}

async function ofSites({ out }: Patient): Promise<Place> {
  const { bytes, files } = await weigh(join(out, '.builds'))
  return { name: out, path: await nearest(out), takes: { bytes, files }, grows: 0 }
}

const ofTemporary = ({ machine: { temporary } }: Patient): Place => ({
  name: temporary,
  path: temporary,
  takes: { bytes: 0, files: 0 },
  grows: 0,
})

function tell(places: readonly Place[], { freeBytes, freeFiles, isNetwork }: Room): Finding[] {
  const names = places.map(({ name }) => name).join(', ')
  const takes = Math.max(
    least,
    places.reduce((sum, place) => sum + place.takes.bytes, 0),
  )
  const files = places.reduce((sum, place) => sum + place.takes.files, 0)
  const grows = places.reduce((sum, place) => sum + place.grows, 0)
  const free = `${bytesText(freeBytes)} free at ${names}; a night takes up to ${bytesText(takes)}`
  const room = `Make room there, or set releases_kept lower`
  const network = note(
    `${names} lie on a network folder, whose locks and renames may not hold`,
    'Move the installation to a disk of this machine',
  )
  const inodes = stopping(
    `the disk at ${names} takes ${count(freeFiles ?? 0, 'more file')} only, a night writes ${files.toLocaleString('en-GB')}`,
    'Remove small files there: df -i says where they are counted',
  )
  return [
    freeBytes < takes
      ? stopping(free, room)
      : freeBytes < takes + grows
        ? note(`${free}, and releases that are kept will take ${bytesText(grows)} more`, room)
        : well(free),
    ...(freeFiles !== null && freeFiles < files ? [inodes] : []),
    ...(isNetwork ? [network] : []),
  ]
}

/** Whether there is room for a night in the installation, at its sites and for temporary files, by file system. */
export async function lookAtSpace(patient: Patient): Promise<Finding[]> {
  const places = [await ofInstallation(patient), await ofSites(patient), ofTemporary(patient)]
  const rooms = await Promise.all(places.map(({ path }) => patient.machine.roomOf(path)))
  const byDevice = Map.groupBy(places, (_, place) => rooms[place]?.device)
  return [...byDevice].flatMap(([device, own]) => {
    const room = rooms.find((each) => each.device === device)
    return room ? tell(own, room) : []
  })
}
