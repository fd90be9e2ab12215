import { join } from 'node:path'
import { namesIn, statusOf, targetOf } from '../files.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { listed } from '../words.ts'
import { nearest } from './space.ts'

const folders = ['landed', 'quarantine', join('quarantine', 'rows'), 'history', 'releases'] as const
/** What nights write beside these; all else in an installation is people's own. */
const files = ['.key', '.lock', '.erased', 'last-good.json', 'last-night.json', 'warehouse.duckdb'] as const

async function there(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => ((await statusOf(path)) ? [path] : [])))
  return found.flat()
}

async function closed({ dir, out, machine }: Patient): Promise<Finding[]> {
  const paths = [dir, ...(await there(folders.map((name) => join(dir, name)))), await nearest(out)]
  const may = await Promise.all(paths.map((path) => machine.mayWrite(path)))
  const shut = paths.filter((_, place) => !may[place])
  if (shut.length === 0) return []
  return [
    stopping(
      `cannot be written by this user: ${listed(shut)}`,
      'Give them to whoever runs the nightly (chown), or mount them to be written',
    ),
  ]
}

/** Whoever ran a night once with sudo left files that the usual user cannot replace. */
async function ofSeveral({ dir, machine }: Patient): Promise<Finding[]> {
  if (machine.user === null) return []
  const within = await Promise.all(
    folders.map(async (folder) => (await namesIn(join(dir, folder))).map((name) => join(folder, name))),
  )
  const names = await there([...files, ...folders, ...within.flat()].map((name) => join(dir, name)))
  const owners = new Set(await Promise.all(names.map(async (path) => (await statusOf(path))?.uid)))
  if (owners.size < 2) return []
  return [
    toDo(
      `what nights wrote belongs to ${owners.size} users (${[...owners].sort().join(', ')})`,
      `Give all to the one who runs the nightly: chown -R USER ${dir}`,
    ),
  ]
}

async function asOther({ dir, machine }: Patient): Promise<Finding[]> {
  const owner = (await targetOf(join(dir, 'landed')))?.uid
  if (machine.user === null || owner === undefined || owner === machine.user) return []
  return [
    note(
      `this is asked by user ${machine.user}, and nights are run by user ${owner}: permissions and room may be otherwise for them`,
      'Ask again as whoever runs the nightly',
    ),
  ]
}

/** Whether a night can write where it has to, and whether all that nights wrote belongs to one user. */
export async function lookAtFolders(patient: Patient): Promise<Finding[]> {
  const found = [...(await closed(patient)), ...(await ofSeveral(patient)), ...(await asOther(patient))]
  return found.length > 0 ? found : [well('every folder can be written, and all belongs to one user')]
}
