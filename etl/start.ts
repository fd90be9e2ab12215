import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generateSample } from '../data/sample/generator/generate.ts'
import { nightly } from './nightly.ts'
import { serve } from './serve.ts'
import { realEffects } from './terminal.ts'

const root = resolve(import.meta.dirname, '..')

const help = `npm start

Generates the exports of the sample installation, runs the nightly over them, builds the sites
and serves them on this machine until Ctrl-C.

  --help         this text`

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } }, strict: true })
  if (values.help) {
    console.log(help)
    return 0
  }
  const effects = realEffects()
  const sample = join(root, 'data', 'sample')
  const out = join(root, 'dist')
  const began = effects.now().getTime()
  effects.progress('inventing three years of a service desk …')
  const truth = await generateSample(sample)
  effects.log(
    `sample     ${truth.counts.tickets.toLocaleString('en-GB')} tickets and ${truth.counts.escalations.toLocaleString('en-GB')} escalations in data/sample/inbox`,
  )
  const code = await nightly({ data: sample, asOf: null, hasSite: true, out, isRepublish: true }, effects)
  if (code !== 0) return code

  const staff = await serve(join(out, 'staff'))
  const leadership = await serve(join(out, 'leadership'), 1)
  const operations = await serve(join(out, 'operations'), 2)
  effects.log(`
After ${((effects.now().getTime() - began) / 1000).toFixed(0)} s the sites stand at

  staff       ${staff.address}
  leadership  ${leadership.address}
  operations  ${operations.address}

Ctrl-C stops.`)
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  staff.close()
  leadership.close()
  operations.close()
  effects.log('stopped')
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ?? false
  console.error(isUsage ? `${(error as Error).message}\n\n${help}` : error)
  process.exitCode = isUsage ? 2 : 1
}
