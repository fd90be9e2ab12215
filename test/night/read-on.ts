/** A reader in a process of its own: reads what is published again and again until it is told to stop, and counts what does not agree. */
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

const [, , data = '', out = ''] = process.argv
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'))

interface Seen {
  reads: number
  runs: number
  torn: string[]
}

const seen: Seen = { reads: 0, runs: 0, torn: [] }
const runs = new Set<string>()

/** Whatever a page or a program reads of one release, once it has found it by its link. */
function readRelease(): void {
  const release = realpathSync(join(data, 'current'))
  const { run, measures } = json(release, 'manifest.json')
  runs.add(run)
  const others = [json(release, 'run.json').run, release.split('/').at(-1)]
  for (const id of measures) if (json(release, 'measures', `${id}.json`).id !== id) others.push(id)
  json(release, 'cells', 'index.json')
  for (const other of others) if (other !== run) seen.torn.push(`${run} and ${other}`)
}

/** Files that a page asks for by a name that lasts. */
const lasting = /"(\/(?:_astro|cells|numbers)\/[^"#?]*[^"#?/])"/g

/** The run of the page that was sent the time before: whoever has it open may ask for its cells only now. */
let before: string | null = null

/** A site as a server hands it out, by its link: a page first, then whatever that page asks for, which may be after a swap. */
function readSite(): void {
  const site = join(out, 'leadership')
  const { run } = json(site, 'last-good.json')
  for (const name of ['index.html', join('owned', 'index.html')])
    for (const [, path] of readFileSync(join(site, name), 'utf8').matchAll(lasting))
      readFileSync(join(site, path as string))
  for (const sent of new Set([run, before ?? run])) json(site, 'cells', sent, 'index.json')
  before = run
}

function read(): void {
  for (const work of [readRelease, readSite]) {
    try {
      work()
      seen.reads++
    } catch (error) {
      seen.torn.push(String(error))
    }
  }
}

let isOver = false
process.stdin.on('data', () => {
  isOver = true
})
process.stdout.write('reading\n')
const go = (): void => {
  read()
  if (!isOver) return void setImmediate(go)
  process.stdin.destroy()
  process.stdout.write(
    `${JSON.stringify({ ...seen, runs: runs.size, torn: seen.torn.slice(0, 5), times: seen.torn.length })}\n`,
  )
}
go()
