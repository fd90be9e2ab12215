import { cp, link, lstat, mkdir, readdir, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Machine, realMachine } from '../../etl/doctor/machine.ts'
import { doctor, readDoctorOptions } from '../../etl/doctor.ts'
import { disk } from '../../etl/effects.ts'
import { configOf, csv, escalationSource, eventSource } from '../support/config.ts'
import { folder, installation, night } from '../support/installation.ts'

export interface Looked {
  readonly code: number
  readonly lines: readonly string[]
  /** What is not well, a line a finding as `to do room: …`, and the last sentence; folders are DIR and OUT. */
  readonly unwell: readonly string[]
  readonly text: string
}

/** The morning after the night of `publishedAt`, at half past eight there. */
export const morning = '2026-04-01T07:30:00Z'
const publishedAt = '2026-04-01T02:00:00Z'

const roomy = { device: 1, freeBytes: 50e9, freeFiles: 1e6, isNetwork: false }

/** A machine on which all is well. */
export const machineOf = (parts: Partial<Machine> = {}): Machine => ({
  ...realMachine(),
  platform: 'linux-x64',
  environment: {},
  roomOf: async () => roomy,
  mayWrite: async () => true,
  ...parts,
})

export interface Circumstances {
  readonly now?: string
  readonly machine?: Partial<Machine>
}

/** Its sites lie beside what they are of. */
export const outOf = (dir: string): string => join(dir, 'out')

/** The command over the installation in `dir` and the sites beside it. */
export async function looked(
  dir: string,
  { now = morning, machine = {} }: Circumstances = {},
): Promise<Looked> {
  const lines: string[] = []
  const options = readDoctorOptions(['--data', dir, '--out', outOf(dir)])
  if (!options) throw new Error('the options ask for help')
  const effects = {
    now: () => new Date(now),
    log: (line: string) => lines.push(...line.split('\n')),
    progress: () => {},
    disk,
  }
  const code = await doctor(options, effects, machineOf(machine))
  const told = lines.filter((line) => line !== '').map((line) => plain(line, dir))
  return { code, lines, unwell: told.filter((line) => !line.startsWith('well ')), text: lines.join('\n') }
}

const plain = (line: string, dir: string): string =>
  line
    .replace(/^(well|note|to do) +(source|last night|[\w-]+) +/, '$1 $2: ')
    .replaceAll(outOf(dir), 'OUT')
    .replaceAll(dir, 'DIR')
    .replaceAll(machineOf().program, 'PROGRAM')
    .replaceAll(/(?<=, )\S+(?=; a night| takes \d| lie on)/g, 'TMP')
    .replaceAll(/\b\d{8}T\d{9}Z\b/g, 'RUN')
    .replaceAll(/\buser \d+/g, 'user N')
    .replaceAll(/\b[0-9a-f]{8}…/g, 'SHA…')

export const names = { owner: 'Ann Lee', actor: 'bob.actor@example.ac.uk' } as const

const log = csv(
  'id,at,order,status,owner,team,actor,opened',
  `T1,2026-03-02T09:00,1,new,,,${names.actor},2026-03-02T09:00`,
  `T1,2026-03-02T10:00,2,in_progress,${names.owner},Network,${names.owner},2026-03-02T09:00`,
)
const escalations = csv(
  'ref,ticket,received,acknowledged,status,owner',
  `E1,T1,2026-03-03T09:00,2026-03-03T10:00,in_progress,${names.owner}`,
)
const config = configOf(
  `${eventSource.trim()}\n  max_age_days: 2\n  required: true\n${escalationSource.trim()}`,
  `people: [{ name: ${names.owner}, aliases: [alee] }]`,
)

/** Sites as a build leaves them, without their pages. */
async function makeSites(dir: string): Promise<void> {
  const run = (await readlink(join(dir, 'current'))).split('/').at(-1) ?? ''
  for (const audience of ['staff', 'leadership', 'operations']) {
    const site = join(outOf(dir), '.builds', run, audience)
    await mkdir(site, { recursive: true })
    await writeFile(join(site, 'index.html'), '<!doctype html>')
    await symlink(join('.builds', run, audience), join(outOf(dir), audience))
  }
}

/** An installation in which all is well, that morning. */
export async function wellOne(): Promise<string> {
  const files = { 'inbox/log.csv': log, 'inbox/escalations.csv': escalations }
  const dir = await installation({ config, files })
  const { code, lines } = await night(dir, [], { now: () => new Date(publishedAt) })
  if (code !== 0) throw new Error(lines.join('\n'))
  await makeSites(dir)
  return dir
}

const warehouse = 'warehouse.duckdb'

/** A copy of an installation, to be broken; the warehouse, which is large, is the same file, to be replaced and not written to. */
export async function copyOf(dir: string): Promise<string> {
  const copy = join(await folder(), 'copy')
  const filter = (path: string): boolean => path !== join(dir, warehouse)
  await cp(dir, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter })
  await link(join(dir, warehouse), join(copy, warehouse))
  return copy
}

/** Everything in a folder, with its size and when it was changed; but for the lock, which is taken for a moment. */
export async function stateOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true })
  const told = entries
    .filter((name) => name !== '.lock')
    .map(async (name) => {
      const { size, mtimeMs, mode } = await lstat(join(dir, name))
      return `${name} ${size} ${mtimeMs} ${mode}`
    })
  return (await Promise.all(told)).sort()
}
