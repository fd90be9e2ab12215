import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { version } from '@duckdb/node-api'
import type { Benched } from './bench.ts'

const fileOf = (ending: string): string => join(import.meta.dirname, `figures.${ending}`)

/** What a figure depends on besides the code. */
const machine = () => ({
  on: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? '',
  memory_gb: Math.round(totalmem() / 1e9),
  node: process.version,
  duckdb: version(),
})

type Section = Benched & { readonly machine: ReturnType<typeof machine> }

async function read(): Promise<Record<string, Section>> {
  const text = await readFile(fileOf('json'), 'utf8').catch(() => '{}')
  return JSON.parse(text)
}

const factsOf = ({ on, cores, cpu, memory_gb, node, duckdb }: Section['machine']): string =>
  `${on}, ${cores} cores (${cpu}), ${memory_gb} GB, Node ${node}, DuckDB ${duckdb}`

/** Puts what a benchmark said into figures.md and figures.json, in the place of what it said before. */
export async function writeFigures(name: string, benched: Benched): Promise<void> {
  const all = { ...(await read()), [name]: { ...benched, machine: machine() } }
  const sections = Object.entries(all).flatMap(([title, section]) => [
    `## ${title}`,
    '',
    factsOf(section.machine),
    '',
    ...section.lines,
    '',
  ])
  const words = [
    '# What `npm run bench` measured',
    '',
    'Written by it; seconds are of one machine, ratios of any.',
    '',
  ]
  await writeFile(fileOf('json'), `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(fileOf('md'), `${[...words, ...sections].join('\n').trimEnd()}\n`)
}
