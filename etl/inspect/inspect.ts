import { stat } from 'node:fs/promises'
import type { Effects } from '../effects.ts'
import { Refusal } from '../ingest/refusal.ts'
import { type Configured, configuredFor, type Ground, mappedBy } from './configured.ts'
import { entryLines } from './entry.ts'
import { nameParts } from './file-name.ts'
import { type Look, lookAt } from './look.ts'
import { columnLines, dateLines, formatLines, lookLines } from './look-lines.ts'
import type { Given, Proposal } from './proposal.ts'
import { proposeFormat } from './propose-format.ts'
import { proposeMail } from './propose-mail.ts'
import { proposeTable } from './propose-table.ts'
import { type Fit, fitsOf, type Known, nearestTo } from './recognise.ts'
import { section, visible, wrapped } from './text.ts'
import { readTold } from './told.ts'
import { toldLines } from './told-lines.ts'
import { sourceIn, type TrialPlan, trial } from './trial.ts'

/** What is said of one file, and whether it could be read. */
export interface Inspection {
  readonly lines: readonly string[]
  readonly isRead: boolean
}

const refusedLines = (message: string): string[] =>
  section(
    'Refused',
    message.split('\n').flatMap((line) => wrapped(visible(line))),
  )

async function tried(plan: TrialPlan, effects: Effects): Promise<Inspection> {
  const outcome = await trial(plan, effects, readTold)
  return 'told' in outcome
    ? { lines: toldLines(outcome.told), isRead: outcome.told.file.refused === null }
    : { lines: refusedLines(outcome.refused), isRead: false }
}

async function inspectConfigured(
  path: string,
  configured: Configured,
  { config, dir }: Ground,
  effects: Effects,
): Promise<Inspection> {
  const { source, name, raw } = configured
  const { header, mapped } = await mappedBy(path, configured)
  const { lines, isRead } = await tried({ path, name, config, source: raw }, effects)
  const said = `read as inbox/${visible(name)} by source "${source.name}" (${source.format}) of ${dir}/config.yaml`
  return {
    lines: [
      ...section('File', wrapped(said)),
      ...columnLines(mapped, mapped.length > 0 ? header : []),
      ...lines,
    ],
    isRead,
  }
}

function propose(given: Given, fit: Fit | undefined): Promise<Proposal> {
  if (given.look.kind === 'mail') return proposeMail(given)
  return fit?.format ? proposeFormat(given, fit.format) : proposeTable(given, fit?.hint ?? null)
}

/** What has to be said before a file can be read at all; null where nothing has. */
function openQuestion({ entry: { missing, columns } }: Proposal): string | null {
  if (missing.length > 0)
    return `not tried: no header was found for ${missing.join(' and ')}. Name it in the entry below`
  const unclear = columns.filter(({ dates }) => dates && dates.choices.length > 0).map(({ column }) => column)
  return unclear.length > 0
    ? `not tried: nothing says whether the day or the month comes first in ${unclear.join(' and ')}. Choose in the entry below`
    : null
}

async function inspectUnknown(
  path: string,
  known: Known,
  { config, settings, dir }: Ground,
  effects: Effects,
): Promise<Inspection> {
  const look = await lookAt(path, known)
  const isMail = look.kind === 'mail'
  const fits = isMail ? [] : fitsOf(look.header, known)
  const fitted = isMail
    ? section('Format', wrapped(`${look.format.name}: ${look.format.title}`))
    : formatLines(fits, nearestTo(look.header, known))
  const refusal = fits.length === 1 ? fits[0]?.hint?.refusal : undefined
  if (refusal !== undefined)
    return { lines: [...lookLines(look), ...fitted, ...refusedLines(refusal)], isRead: false }
  const about = [...lookLines(look), ...fitted]
  const taken = dir === null ? [] : settings.sources.map(({ name }) => name)
  const given = { path, look, known, timezone: settings.institution.timezone, taken }
  try {
    const proposal = await propose(given, fits[0])
    const { lines, isRead } = await inspectProposed(proposal, path, look, config, effects)
    return { lines: [...about, ...lines], isRead }
  } catch (error) {
    return { lines: [...about, ...refusedLines(asRefusal(error).message)], isRead: false }
  }
}

async function inspectProposed(
  proposal: Proposal,
  path: string,
  { header, kind }: Look,
  config: string,
  effects: Effects,
): Promise<Inspection> {
  const entry = entryLines(proposal.entry)
  const open = openQuestion(proposal)
  const { lines, isRead } = open
    ? { lines: refusedLines(open), isRead: false }
    : await tried({ path, name: nameParts(path).inbox, config, source: sourceIn(entry) }, effects)
  const title = 'For config.yaml (settle what says check or choose)'
  return {
    lines: [
      ...columnLines(proposal.mapped, kind === 'mail' ? [] : header),
      ...dateLines(proposal),
      ...lines,
      ...section(title, ['', ...entry]),
    ],
    isRead,
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined || !['EACCES', 'EPERM', 'EIO'].includes(code)) throw error
  return new Refusal('unreadable', `it cannot be read (${code}): check its permissions`)
}

/** Says how one file would be read, by an installation or by none. Writes into a temporary folder only. */
export async function inspectFile(
  path: string,
  known: Known,
  ground: Ground,
  effects: Effects,
): Promise<Inspection> {
  try {
    if (!(await stat(path)).isFile())
      throw new Refusal('not_a_file', 'it is no ordinary file: name the export itself')
    const configured = configuredFor(path, ground)
    return await (configured
      ? inspectConfigured(path, configured, ground, effects)
      : inspectUnknown(path, known, ground, effects))
  } catch (error) {
    return { lines: refusedLines(asRefusal(error).message), isRead: false }
  }
}
