import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './command.ts'
import { UsageError } from './config/errors.ts'
import { conclude } from './doctor/conclude.ts'
import { examine } from './doctor/examine.ts'
import { type Machine, realMachine } from './doctor/machine.ts'
import { readPatient } from './doctor/patient.ts'
import type { Effects } from './effects.ts'

const help = `npm run doctor -- [--data DIR] [--out DIR]

Is this installation well, and what is to be done? A line a finding: what was looked at, what was found, and
the one thing to do. It changes nothing and may be asked at any time. No cell and no person's name is printed.

  --data DIR     the installation (default data/live)
  --out DIR      where its sites are (default: where they were built last, else dist/)
  --help         this text

well: as it should be; note: to be known; to do: somebody has to do something.
Exit codes: 0 well, notes or none; 1 something to do; 2 wrong usage, such as no such folder.`

export interface DoctorOptions {
  readonly data: string
  /** Null: where the sites were built last. */
  readonly out: string | null
}

/** The options of a command line; null where it asks for help. Throws `UsageError`. */
export function readDoctorOptions(words: readonly string[]): DoctorOptions | null {
  const options = {
    data: { type: 'string', default: 'data/live' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false })
    if (values.help) return null
    return { data: resolve(values.data), out: values.out === undefined ? null : resolve(values.out) }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`)
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() ?? false
}

/** Looks an installation over and logs what is to be said of it. Resolves to the exit code. */
export async function doctor(
  options: DoctorOptions,
  effects: Effects,
  machine: Machine = realMachine(),
): Promise<0 | 1 | 2> {
  if (!(await isFolder(options.data))) {
    effects.log(`there is no installation at ${options.data}: give its folder with --data`)
    return 2
  }
  const told = await examine(await readPatient(options, machine, effects.now()), effects)
  effects.log(`\n${conclude(told)}`)
  return told.some(({ level }) => level === 'to do') ? 1 : 0
}

if (import.meta.main) await runCommand(help, readDoctorOptions, doctor)
