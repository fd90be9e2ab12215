import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_SEED, generateSample } from './generate.ts'

const HELP = `Writes the exports of the sample installation, and the truth hidden in them.

  npm run sample -- [--out DIR] [--seed N]

  --out DIR   the installation to write into (default: data/sample)
  --seed N    another seed makes another sample (default: ${DEFAULT_SEED})
  --help      this text
`

/** Runs the command. Returns its exit code: 0 written, 2 wrong usage. */
export async function main(args: readonly string[], say: (text: string) => void): Promise<number> {
  const options = optionsOf(args)
  if (options === null) {
    say(`Not understood: ${args.join(' ')}\n\n${HELP}`)
    return 2
  }
  if (options.isHelp) {
    say(HELP)
    return 0
  }
  const started = performance.now()
  const truth = await generateSample(options.out, options.seed)
  for (const { name, records } of truth.files)
    say(await lineOf(join(options.out, 'inbox', name), `${records} records`))
  say(await lineOf(join(options.out, 'truth.json'), 'what is hidden in them, for tests'))
  const { tickets, escalations } = truth.counts
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(
    `${tickets} tickets, ${escalations} escalations as of ${truth.as_of}, seed ${truth.seed}, ${seconds} s\n`,
  )
  return 0
}

async function lineOf(path: string, what: string): Promise<string> {
  const { size } = await stat(path)
  return `${path}: ${what}, ${(size / 1e6).toFixed(1)} MB\n`
}

function optionsOf(args: readonly string[]) {
  try {
    const options = { out: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const seed = values.seed === undefined ? DEFAULT_SEED : Number(values.seed)
    if (!Number.isSafeInteger(seed) || seed < 0) return null
    return { out: values.out ?? 'data/sample', seed, isHelp: values.help ?? false }
  } catch {
    return null
  }
}

if (import.meta.main)
  process.exitCode = await main(process.argv.slice(2), (text) => process.stdout.write(text))
