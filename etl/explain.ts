import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './command.ts'
import { ConfigError, UsageError } from './config/errors.ts'
import { loadSettings } from './config/load.ts'
import type { Effects } from './effects.ts'
import { find } from './explain/find.ts'
import { readStory } from './explain/read-story.ts'
import { tell } from './explain/tell.ts'
import { NothingToTell, openWarehouse } from './explain/warehouse.ts'

const help = `npm run explain -- ITEM [--data DIR]

Tells all that the last night knows of one ticket or escalation: what it is, every event with the
file and the record that tell of it, and how each of its figures came about. ITEM is an id, in any
case; of an escalation also the id of a mail thread or of a row of the log. It changes nothing.

  --data DIR     the installation (default data/live)
  --help         this text

Owners are shown by name: keep what it prints to those who may see them.
Exit codes: 0 told; 1 no such item, or no facts yet; 2 wrong usage or configuration.`

export interface ExplainOptions {
  readonly item: string
  readonly data: string
}

/** The options of a command line; null where it asks for help. Throws `UsageError`. */
export function readExplainOptions(words: readonly string[]): ExplainOptions | null {
  const options = {
    data: { type: 'string', default: 'data/live' },
    help: { type: 'boolean', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    if (values.help) return null
    const [item = ''] = positionals
    if (positionals.length > 1) throw new UsageError(`one item at a time: ${positionals.length} are named`)
    if (item.trim() === '') throw new UsageError('no item is named')
    return { item: item.trim(), data: resolve(values.data) }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`)
  }
}

async function assertInstallation(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(`there is no installation at ${path}: give its folder with --data`)
}

/** Tells of one item in the log. Resolves to the exit code. */
export async function explain({ item, data }: ExplainOptions, effects: Effects): Promise<0 | 1 | 2> {
  try {
    await assertInstallation(data)
    const settings = await loadSettings(data)
    const warehouse = await openWarehouse(data)
    try {
      for (const { item_kind, item_id, said } of await find(warehouse, item)) {
        if (said.toLowerCase() !== item_id.toLowerCase()) effects.log(`${said} is a trace of ${item_id}`)
        const story = await readStory(warehouse, settings, item_kind, item_id)
        effects.log([...tell(story), ''].join('\n'))
      }
    } finally {
      await warehouse.close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError || error instanceof NothingToTell))
      throw error
    effects.log(error.message)
    return error instanceof NothingToTell ? 1 : 2
  }
}

if (import.meta.main) await runCommand(help, readExplainOptions, explain)
