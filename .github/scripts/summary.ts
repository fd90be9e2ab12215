import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FileReceipt, RunFile } from '../../data/contract.ts'

const verdicts: Readonly<Record<string, string>> = {
  '0': 'A release was published.',
  '1': 'Nothing was published, or a site could not be built. The last release stands: what follows is of that one.',
  '2': 'A setting or the way it was called is wrong. Nothing was touched: what follows is of the last release.',
  '3': 'Another run was at work. What follows is of the last release.',
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((value) => cell(String(value))).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const setAside = ({ quarantined }: FileReceipt): number =>
  Object.values(quarantined).reduce((sum, count) => sum + count, 0)

/** Receipts in counts, by source: a file's name may be anybody's. */
function receipts(files: RunFile['files']): string {
  const bySource = Map.groupBy(files, ({ source }) => source ?? '(no source)')
  const sum = (of: readonly FileReceipt[], count: (file: FileReceipt) => number): number =>
    of.reduce((total, file) => total + count(file), 0)
  return table(
    ['Source', 'Files', 'Refused', 'Records', 'Kept', 'Superseded', 'Duplicate', 'Set aside'],
    [...bySource].map(([source, of]) => [
      source,
      of.length,
      of.filter(({ refused }) => refused !== null).length,
      sum(of, ({ records }) => records),
      sum(of, ({ kept }) => kept),
      sum(of, ({ superseded }) => superseded),
      sum(of, ({ duplicate }) => duplicate),
      sum(of, setAside),
    ]),
  )
}

function released({ run, as_of, stale, warnings, stages, files, checks }: RunFile): readonly string[] {
  const broken = checks.filter(({ rows }) => rows > 0)
  return [
    `Release ${run}, as of ${as_of}. Stale sources: ${stale.map(cell).join(', ') || 'none'}. Warnings: ${warnings.length}.`,
    receipts(files),
    table(
      ['Stage', 'Seconds'],
      stages.map(({ name, seconds }) => [name, seconds.toFixed(1)]),
    ),
    broken.length === 0
      ? `All ${checks.length} checks found nothing.`
      : table(
          ['Check', 'Severity', 'Rows'],
          broken.map(({ name, severity, rows }) => [name, severity, rows]),
        ),
  ]
}

/** What the doctor says; it ends with 1 where there is something to do. */
async function doctor(installation: string, out: string): Promise<string> {
  const words = ['run', '--silent', 'doctor', '--', '--data', installation, '--out', out]
  const { stdout } = await promisify(execFile)('npm', words).catch((error: { stdout?: string }) => error)
  return `\`\`\`\n${stdout?.trim() || 'The doctor could not be asked.'}\n\`\`\``
}

/** A night that ended well and published nothing found nothing new. */
async function hasNothingNew(installation: string): Promise<boolean> {
  const ended = await readFile(join(installation, 'last-night.json'), 'utf8').catch(() => '{}')
  return (JSON.parse(ended) as { run?: string | null }).run === null
}

const [title = 'Night', installation = '', out = '', code = ''] = process.argv.slice(2)
const standing = await readFile(join(installation, 'current', 'run.json'), 'utf8').catch(() => null)
const body = standing === null ? ['No release stands.'] : released(JSON.parse(standing) as RunFile)
const nothingNew =
  'Nothing was new: the release that stands says all there is. What follows is of the night that published it.'
const isSame = code === '0' && (await hasNothingNew(installation))
const verdict = (isSame ? nothingNew : verdicts[code]) ?? 'The night was stopped before its end.'
const parts = [`## ${title}: exit code ${code || 'none'}`, verdict, ...body, await doctor(installation, out)]
console.log(`${parts.join('\n\n')}\n`)
