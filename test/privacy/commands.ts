/** What those who run an installation are told by its commands, and which kinds of tokens that may hold. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CanaryNight } from './canary-night.ts'
import type { Place } from './places.ts'

const root = join(import.meta.dirname, '..', '..')

/** What a command says, on both ways out, and its exit code. */
export function command(name: string, ...words: readonly string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'etl', `${name}.ts`), ...words],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  )
  return { code: status, said: `${stdout}${stderr}` }
}

/** The numbers of a ticket that was corrected and of an escalation that somebody owns. */
async function itemsOf({ dir, tokens }: CanaryNight): Promise<string[]> {
  const corrected = [...tokens.made].find(([, { kind }]) => kind === 'corrected_item')?.[0]
  const waiting = JSON.parse(await readFile(join(dir, 'current', 'operations', 'waiting.json'), 'utf8'))
  const owned = waiting.escalations.find(({ owner }: { owner: string | null }) => owner !== null)
  return [`CALL${corrected}`, owned.id]
}

/** `inspect` shows the records to who has the file: what would count, and what could not be read; nobody who asked, and no text. */
const inspected: Place['may'] = ['owner', 'item', 'corrected_item', 'refused_item', 'date', 'word']

/** What each command says; `files` of the inbox are inspected, those that no configuration helps to read as well. */
export async function commandsOf(
  night: CanaryNight,
  files: { readonly configured: readonly string[]; readonly alone: readonly string[] },
): Promise<Place[]> {
  const { dir, out } = night
  const inbox = (names: readonly string[]) => names.map((name) => join(dir, 'inbox', name))
  const told = (await itemsOf(night)).map((item) => command('explain', item, '--data', dir).said)
  const configured = command('inspect', ...inbox(files.configured), '--data', dir).said
  const alone = command('inspect', ...inbox(files.alone)).said
  const doctor = command('doctor', '--data', dir, '--out', out).said
  return [
    { name: 'doctor', texts: [doctor], may: [] },
    { name: 'explain', texts: told, may: ['owner', 'closed_by', 'item', 'corrected_item', 'correction', 'word'], must: ['owner', 'correction'] },
    { name: 'inspect, by config.yaml', texts: [configured], may: inspected, must: ['owner', 'item', 'date'] },
    { name: 'inspect, by itself', texts: [alone], may: inspected },
  ]
} // biome-ignore format: a place a line
