/** One night over the sample, for every test of a run that looks at a whole release: the first that asks makes it, the others wait. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateSample } from '../../data/sample/generator/generate.ts'
import type { Truth } from '../../data/sample/generator/truth.ts'
import { disk } from '../../etl/effects.ts'
import { nightly } from '../../etl/nightly.ts'

const sample = resolve(import.meta.dirname, '../../data/sample')
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/sample-night')
const mostSeconds = 200
const mostMinutesOfARun = 60

/** The installation, to be read only: whoever opens its warehouse opens a copy. */
export type SampleNight = { dir: string; truth: Truth }

async function publish(dir: string): Promise<void> {
  for (const name of ['config.yaml', 'changes.yaml', 'procedure'])
    cpSync(join(sample, name), join(dir, name), { recursive: true })
  await generateSample(dir)
  const lines: string[] = []
  const effects = {
    now: () => new Date(),
    log: (line: string) => lines.push(line),
    progress: () => {},
    disk,
  }
  const options = { data: dir, asOf: null, hasSite: false, out: join(dir, 'dist'), isRepublish: false }
  if ((await nightly(options, effects)) !== 0) throw new Error(lines.join('\n'))
}

/** True for the one of several processes that makes the folder. */
function isFirst(dir: string): boolean {
  mkdirSync(cache, { recursive: true })
  try {
    mkdirSync(dir)
    return true
  } catch {
    return false
  }
}

/** Those of earlier runs are not needed any more; one that may still go on is left alone. */
function forgetOthers(run: string): void {
  const others = readdirSync(cache).filter((name) => name !== run)
  const isOver = (name: string): boolean =>
    Date.now() - statSync(join(cache, name)).mtimeMs > mostMinutesOfARun * 60_000
  for (const name of others.filter(isOver)) rmSync(join(cache, name), { recursive: true, force: true })
}

const outcomeOf = (dir: string): string => join(dir, 'outcome')

async function wait(dir: string): Promise<void> {
  for (let second = 0; second < mostSeconds && !existsSync(outcomeOf(dir)); second++) await sleep(1000)
  const outcome = existsSync(outcomeOf(dir)) ? readFileSync(outcomeOf(dir), 'utf8') : 'it took too long'
  if (outcome !== 'published') throw new Error(`The sample night failed: ${outcome}`)
}

/** The sample installation of this run of the tests, after its night. */
export async function sampleNight(): Promise<SampleNight> {
  const run = process.env.TEST_RUN ?? String(process.pid)
  const dir = join(cache, run)
  if (isFirst(dir)) {
    forgetOthers(run)
    const outcome = await publish(dir).then(
      () => 'published',
      (error: unknown) => String(error),
    )
    writeFileSync(outcomeOf(dir), outcome)
  }
  await wait(dir)
  return { dir, truth: JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) }
}
