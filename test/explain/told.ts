import { disk } from '../../etl/effects.ts'
import { explain, readExplainOptions } from '../../etl/explain.ts'

export interface Explained {
  readonly code: number
  readonly text: string
  readonly lines: readonly string[]
}

/** The command over the installation in `dir`. */
export async function explained(dir: string, ...words: readonly string[]): Promise<Explained> {
  const lines: string[] = []
  const options = readExplainOptions([...words, '--data', dir])
  if (!options) throw new Error('the options ask for help')
  const code = await explain(options, {
    now: () => new Date(),
    log: (line) => lines.push(...line.split('\n')),
    progress: () => {},
    disk,
  })
  return { code, text: lines.join('\n'), lines }
}

/** The lines of one section, each without what it is indented by and with single blanks; wrapped ones are joined. */
export function sectionOf({ lines }: Explained, heading: string): string[] {
  const begin = lines.indexOf(heading)
  if (begin < 0) return []
  const end = lines.indexOf('', begin)
  const own = lines.slice(begin + 1, end < 0 ? undefined : end)
  const said: string[] = []
  for (const line of own) {
    const text = line.trim().replaceAll(/\s+/g, ' ')
    const isMore = /^ {12}/.test(line)
    said.push(isMore ? `${said.pop()} ${text}` : text)
  }
  return said
}
