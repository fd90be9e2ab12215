import { readFile } from 'node:fs/promises'
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { ConfigError, type Fault, pathText } from './errors.ts'

/** A YAML file that was read, able to say on which line a setting stands. */
export interface YamlFile {
  readonly name: string
  readonly text: string
  readonly data: unknown
  readonly fault: (path: readonly PropertyKey[], problem: string) => Fault
}

const messages: Record<string, string> = {
  TAB_AS_INDENT: 'a tab. Indent with blanks',
  DUPLICATE_KEY: 'the same setting stands here a second time. Keep one of the two',
  MULTIPLE_DOCS: 'a line "---" begins a second document. Keep one',
  BAD_DQ_ESCAPE: 'a backslash in double quotes. Write regular expressions in single quotes',
  MISSING_CHAR: 'a quote, bracket or comma is missing here or before',
  BAD_INDENT: 'this line is indented more or less than its neighbours',
}

const offset = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] } | null | undefined)?.range?.[0]

/** Where the last step of `path` stands, or the nearest thing around it. */
function find(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents
  let at = offset(node)
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step))
      if (!isPair(pair)) return at
      at = offset(pair.key) ?? at
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      at = offset(node) ?? at
    } else return at
  }
  return at
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError([{ file: name, line: null, path: '', problem: 'not UTF-8. Save it as UTF-8' }])
  }
}

/**
 * The content of a YAML file.
 * @throws ConfigError with every fault of its syntax, by line
 */
export function parseYaml(text: string, name: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const line = (at: number | undefined): number | null => (at === undefined ? null : lines.linePos(at).line)
  const problems = [...document.errors, ...document.warnings]
  const fail = (at: number | undefined, problem: string): Fault => ({
    file: name,
    line: line(at),
    path: '',
    problem,
  })
  if (problems.length > 0) {
    throw new ConfigError(problems.map(({ pos, code, message }) => fail(pos[0], messages[code] ?? message)))
  }
  try {
    const data: unknown = document.toJS()
    return {
      name,
      text,
      data,
      fault: (path, problem) => ({ ...fail(find(document, path), problem), path: pathText(path) }),
    }
  } catch (error) {
    throw new ConfigError([fail(undefined, (error as Error).message)])
  }
}

/**
 * The text of a file; null where there is none.
 * @throws ConfigError where it cannot be read or is not UTF-8
 */
export async function readText(path: string, name: string): Promise<string | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw new ConfigError([
      { file: name, line: null, path: '', problem: `cannot be read (${error.code ?? error.message})` },
    ])
  })
  return bytes === null ? null : decode(bytes, name)
}

/**
 * Reads a YAML file; null where there is none.
 * @throws ConfigError where it cannot be read, is not UTF-8 or not YAML
 */
export async function readYaml(path: string, name: string): Promise<YamlFile | null> {
  const text = await readText(path, name)
  return text === null ? null : parseYaml(text, name)
}
