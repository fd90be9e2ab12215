import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../etl/effects.ts'
import { nightly } from '../../etl/nightly.ts'
import { tell } from './tell.ts'

/** One night over an installation: seconds in all and of each stage, and the memory of the process. */
const [data = '', out = ''] = process.argv.slice(2)
const lines: string[] = []
const effects = { now: () => new Date(), log: (line: string) => lines.push(line), progress: () => {}, disk }
const began = performance.now()
const options = { data, asOf: null, hasSite: out !== '', out, isRepublish: false }
if ((await nightly(options, effects)) !== 0) throw new Error(lines.join('\n'))
const stages = lines.flatMap((line) => {
  const [, name, took] = /^(\w+) +([\d.]+) s$/.exec(line) ?? []
  return name === undefined ? [] : [{ name, seconds: Number(took) }]
})
const { files } = JSON.parse(await readFile(join(data, 'current', 'run.json'), 'utf8'))
const records = files.reduce((sum: number, file: { records: number }) => sum + file.records, 0)
tell(began, records, { stages, isNew: !lines.some((line) => line.startsWith('nothing new')) })
