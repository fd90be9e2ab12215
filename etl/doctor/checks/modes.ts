import { join } from 'node:path'
import { namesIn, targetOf } from '../files.ts'
import { type Finding, note, toDo, well } from '../finding.ts'
import { isOpenToAll } from '../open-to-all.ts'
import type { Patient } from '../patient.ts'
import { listed } from '../words.ts'

const group = 0o070
const others = 0o007

/** What holds persons, and may be read by its owner only. */
const secret = ['.key', '.erased', 'landed', 'history', 'quarantine', 'warehouse.duckdb'] as const

async function openAmong(paths: readonly string[], bits: number): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const mode = (await targetOf(path))?.mode ?? 0
      return mode & bits ? [path] : []
    }),
  )
  return found.flat()
}

/** The files of releases that name persons. */
async function namedFiles({ dir, standing }: Patient): Promise<string[]> {
  const folders = standing.releases.flatMap((run) =>
    ['operations', join('leadership', 'owners.json')].map((name) => join(dir, 'releases', run, name)),
  )
  const files = await Promise.all(
    folders.map(async (path) =>
      (await targetOf(path))?.isDirectory() ? (await namesIn(path)).map((name) => join(path, name)) : [path],
    ),
  )
  return files.flat()
}

async function sitesForAll({ out }: Patient): Promise<Finding[]> {
  const sites = ['leadership', 'operations'] as const
  const open = await Promise.all(sites.map((audience) => isOpenToAll(join(out, audience))))
  const named = sites.filter((_, place) => open[place])
  if (named.length === 0) return []
  return [
    note(
      `every account of this machine can read the ${named.join(' and the ')} site in ${out}`,
      'Run the nightly with umask 027 and the group of the web server, or close the folder above them',
    ),
  ]
}

async function inboxForAll({ dir }: Patient): Promise<Finding[]> {
  if (!(await isOpenToAll(join(dir, 'inbox')))) return []
  return [
    note('every account of this machine can read the exports in inbox/', `chmod 750 ${join(dir, 'inbox')}`),
  ]
}

/** Whether what holds persons is closed to others. Windows has no such modes. */
export async function lookAtModes(patient: Patient): Promise<Finding[]> {
  const { dir, machine } = patient
  if (machine.platform.startsWith('win32')) return []
  const paths = [...secret.map((name) => join(dir, name)), ...(await namedFiles(patient))]
  const forOthers = await openAmong(paths, others)
  const forGroup = (await openAmong(paths, group)).filter((path) => !forOthers.includes(path))
  const found = [
    ...(forOthers.length > 0
      ? [
          toDo(
            `others on this machine may read what names persons: ${listed(forOthers)}`,
            'chmod -R go= on each',
          ),
        ]
      : []),
    ...(forGroup.length > 0
      ? [
          note(
            `its group may read what names persons: ${listed(forGroup)}`,
            'Where that is not meant: chmod -R g= on each',
          ),
        ]
      : []),
    ...(await sitesForAll(patient)),
    ...(await inboxForAll(patient)),
  ]
  return found.length > 0 ? found : [well('what names persons is closed to others')]
}
