import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './command.ts'
import { ConfigError, UsageError } from './config/errors.ts'
import type { Effects } from './effects.ts'
import { loadFormats, loadHints } from './formats/index.ts'
import { groundOf } from './inspect/configured.ts'
import { inspectFile } from './inspect/inspect.ts'
import { visible } from './inspect/text.ts'

const help = `npm run inspect -- FILE… [--data DIR]

Says how a file would be read: its format and why, dialect, encoding, columns, dates, the first
records as facts, what would be set aside, what could be told from it; and prints an entry for
config.yaml. It works on a file that nobody has configured, and writes nothing.

  --data DIR     by the configuration of this installation, where one of its sources reads the file
  --help         this text

Exit codes: 0 every file could be read; 1 one was refused; 2 wrong usage or configuration.`

export interface InspectOptions {
  readonly files: readonly string[]
  readonly data: string | null
}

/** The options of a command line; null where it asks for help. Throws `UsageError`. */
export function readInspectOptions(words: readonly string[]): InspectOptions | null {
  const options = { data: { type: 'string' }, help: { type: 'boolean', default: false } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    if (values.help) return null
    if (positionals.length === 0) throw new UsageError('no file is named')
    return {
      files: positionals.map((file) => resolve(file)),
      data: values.data === undefined ? null : resolve(values.data),
    }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`)
  }
}

async function assertThere(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const isThere = await stat(file).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
    )
    if (!isThere) throw new UsageError(`there is no file ${visible(file)}`)
  }
}

/** Inspects files one after the other and logs what is to be said of each. Resolves to the exit code. */
export async function inspect({ files, data }: InspectOptions, effects: Effects): Promise<0 | 1 | 2> {
  try {
    await assertThere(files)
    const known = { formats: await loadFormats(), hints: await loadHints() }
    const ground = await groundOf(data)
    let areRead = true
    for (const file of files) {
      const { lines, isRead } = await inspectFile(file, known, ground, effects)
      effects.log([visible(file), ...lines, ''].join('\n'))
      areRead &&= isRead
    }
    return areRead ? 0 : 1
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error
    effects.log(error.message)
    return 2
  }
}

if (import.meta.main) await runCommand(help, readInspectOptions, inspect)
