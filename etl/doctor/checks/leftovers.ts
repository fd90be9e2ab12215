import { basename, dirname, join } from 'node:path'
import { count } from '../../inspect/text.ts'
import { besideRun } from '../../publish/beside.ts'
import { isHalfWritten, writtenFolders } from '../../publish/sweep.ts'
import { linkOf, namesIn, weigh } from '../files.ts'
import { type Finding, note, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { bytesText, listed, runTime } from '../words.ts'
import { audiences } from './sites.ts'

/** Half-written files, by their path in the installation. */
async function halfWritten(dir: string): Promise<string[]> {
  const found = await Promise.all(
    writtenFolders.map(async (folder) =>
      (await namesIn(join(dir, folder)))
        .filter((name) => isHalfWritten(folder, name) || besideRun(folder, name) !== null)
        .map((name) => join(folder, name)),
    ),
  )
  return found.flat()
}

/** Releases that never stood. */
const neverStood = ({ standing: { run, releases } }: Patient): string[] =>
  releases
    .filter((name) => run !== null && name > run && runTime(name) !== null)
    .map((name) => join('releases', name))

/** Builds of sites that no link leads to, but the one before. */
async function unlinked(out: string): Promise<string[]> {
  const links = await Promise.all(audiences.map((audience) => linkOf(join(out, audience))))
  const linked = new Set(links.flatMap((link) => (link === null ? [] : [basename(dirname(link))])))
  const newest = [...linked].sort().at(-1)
  const builds = await namesIn(join(out, '.builds'))
  return newest === undefined
    ? []
    : builds.filter((name) => name > newest).map((name) => join('.builds', name))
}

/** What a run left that was killed. The next night removes it. */
export async function lookAtLeftovers(patient: Patient): Promise<Finding[]> {
  const { dir, out, atWork } = patient
  if (atWork) return []
  const workshops = (await namesIn(join(dir, '.workshop'))).map((name) => join('.workshop', name))
  const own = [...workshops, ...(await halfWritten(dir)), ...neverStood(patient)]
  const sites = await unlinked(out)
  const paths = [...own.map((name) => join(dir, name)), ...sites.map((name) => join(out, name))]
  if (paths.length === 0) return [well('no killed run left anything')]
  const weights = await Promise.all(paths.map(weigh))
  const bytes = weights.reduce((sum, weight) => sum + weight.bytes, 0)
  return [
    note(
      `a run was killed and left ${count(paths.length, 'thing')}, ${bytesText(bytes)}: ${listed([...own, ...sites])}; the next night removes them`,
    ),
  ]
}
