import { basename, dirname, join } from 'node:path'
import { linkOf, statusOf, targetOf } from '../files.ts'
import { type Finding, note, toDo, well } from '../finding.ts'
import { nightlyOf, type Patient } from '../patient.ts'
import { runOfSite } from '../site-run.ts'

export const audiences = ['staff', 'leadership', 'operations'] as const

/** A site as it stands. */
interface Site {
  readonly audience: string
  readonly hasPages: boolean
  /** The run that it is of; null where it does not say. */
  readonly run: string | null
}

async function siteOf(out: string, audience: string): Promise<Site | null> {
  const site = join(out, audience)
  if ((await statusOf(site)) === null) return null
  // a site that was copied elsewhere is no link
  const link = await linkOf(site)
  return {
    audience,
    hasPages: (await targetOf(join(site, 'index.html')))?.isFile() ?? false,
    run: (await runOfSite(site)) ?? (link === null ? null : basename(dirname(link))),
  }
}

function withoutSites({ out, lastGood }: Patient): Finding {
  if (lastGood?.sites_at === null)
    return note(`no sites in ${out}: the last night was told to build none (--no-site)`)
  return note(`no sites in ${out}`, 'Where they go elsewhere, name that folder with --out')
}

const anew = (patient: Patient): string => `Run ${nightlyOf(patient)}`

function faultOf({ run, hasPages }: Site, { standing }: Patient): string | null {
  if (!hasPages) return 'has no first page'
  if (run === standing.run) return null
  if (run === null) return 'does not say which release it is of'
  if (standing.releases.includes(run)) return `is of release ${run}, not of the one that stands`
  return `is of release ${run}, which this installation does not have: another one may build its sites there, and then each needs a folder of its own`
}

function tell(site: Site, patient: Patient): Finding[] {
  const fault = faultOf(site, patient)
  return fault === null ? [] : [toDo(`the ${site.audience} site ${fault}`, anew(patient))]
}

/** Whether the sites are of the release that stands. While a run is at work they may lag behind it. */
export async function lookAtSites(patient: Patient): Promise<Finding[]> {
  const { out, standing, atWork } = patient
  if (standing.run === null || atWork) return []
  const found = await Promise.all(audiences.map((audience) => siteOf(out, audience)))
  const sites = found.filter((site) => site !== null)
  if (sites.length === 0) return [withoutSites(patient)]
  const missing = audiences.filter((_, place) => found[place] === null)
  const faults = [
    ...missing.map((audience) => toDo(`there is no ${audience} site in ${out}`, anew(patient))),
    ...sites.flatMap((site) => tell(site, patient)),
  ]
  return faults.length > 0 ? faults : [well('all three are of the release that stands')]
}
