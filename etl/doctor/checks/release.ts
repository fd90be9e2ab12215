import { count } from '../../inspect/text.ts'
import { NotPublished } from '../../publish/not-published.ts'
import { standingRelease } from '../../publish/standing.ts'
import { statusOf, weigh } from '../files.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import { nightlyOf, type Patient } from '../patient.ts'
import { type ReleaseFiles, readReleaseFiles } from '../release-files.ts'
import { bytesText, listed } from '../words.ts'

/** Files that say they are of another run than the release is called by. */
function ofAnotherRun({ standing: { run, manifest, receipt } }: Patient): string[] {
  const told = { 'manifest.json': manifest?.run, 'run.json': receipt?.run }
  return Object.entries(told).flatMap(([name, own]) =>
    own !== undefined && own !== run ? [`${name} is of run ${own}`] : [],
  )
}

/** Whether a night can tell what it would replace; if not, it replaces nothing. */
async function isReplaceable(dir: string): Promise<boolean> {
  try {
    await standingRelease(dir)
    return true
  } catch (error) {
    if (error instanceof NotPublished) return false
    throw error
  }
}

async function broken(faults: readonly string[], files: number, patient: Patient): Promise<Finding> {
  const { dir, standing } = patient
  const found = `${faults.length} of ${count(files, 'file')} of release ${standing.run} cannot be used: ${listed(faults)}`
  if (await isReplaceable(dir)) return toDo(found, `Run ${nightlyOf(patient)}: it publishes all anew`)
  return stopping(found, `Remove the link ${dir}/current, then run ${nightlyOf(patient)}`)
}

async function whole({ files }: ReleaseFiles, { standing }: Patient): Promise<Finding> {
  const { bytes } = await weigh(standing.folder)
  return well(
    `release ${standing.run} is whole: ${count(files, 'file')}, ${bytesText(bytes)}, all as the contract allows`,
  )
}

async function tell(patient: Patient): Promise<Finding[]> {
  const { standing } = patient
  const read = await readReleaseFiles(standing.folder, standing.manifest)
  const faults = [...read.faults, ...ofAnotherRun(patient)]
  const odd = note(
    `release ${standing.run} holds ${count(read.strange.length, 'file')} that no release has: ${listed(read.strange)}`,
    `See who put them there; the next release is without them`,
  )
  return [
    faults.length > 0 ? await broken(faults, read.files, patient) : await whole(read, patient),
    ...(read.strange.length > 0 ? [odd] : []),
  ]
}

/** Whether the release that stands is there whole, and as the contract allows. */
export async function lookAtRelease(patient: Patient): Promise<Finding[]> {
  const { standing, dir } = patient
  if (standing.isInTheWay)
    return [
      stopping(
        `${dir}/current is not a link that a run made`,
        `Move it elsewhere, then run ${nightlyOf(patient)}`,
      ),
    ]
  if (standing.run === null) return []
  if ((await statusOf(standing.folder))?.isDirectory()) return tell(patient)
  return [
    stopping(
      `current leads to release ${standing.run}, which is not there`,
      `Remove the link ${dir}/current, then run ${nightlyOf(patient)}: it publishes one anew`,
    ),
  ]
}
