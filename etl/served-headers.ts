import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Headers for the paths that begin or are like this. */
export interface Rule {
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

const isHeader = (line: string): boolean => /^\s+\S/.test(line)

function rulesOf(text: string): Rule[] {
  return text
    .split(/\n(?=\S)/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [path = '', ...lines] = block.split('\n')
      return {
        path: path.trim(),
        headers: lines.filter(isHeader).map((line) => {
          const at = line.indexOf(':')
          return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const
        }),
      }
    })
}

/** The rules of the file `_headers` of a site; none where it has no such file. */
export async function headersIn(folder: string): Promise<Rule[]> {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return rulesOf(text)
}

const fits = ({ path }: Rule, asked: string): boolean =>
  path.endsWith('*') ? asked.startsWith(path.slice(0, -1)) : asked === path

/** What is sent with a path as it is asked for: the headers of every rule that fits it. */
export const headersFor = (rules: readonly Rule[], url: string): Rule['headers'] => {
  const asked = url.replace(/[?#].*$/, '')
  return rules.filter((rule) => fits(rule, asked)).flatMap(({ headers }) => headers)
}
