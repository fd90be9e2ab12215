import { basename } from 'node:path'
import { z } from 'zod'
import { page } from '../../data/contract.ts'
import { ConfigError, type Fault } from './errors.ts'
import { checked } from './shape.ts'
import { textFaults } from './words-faults.ts'
import { fillMarkdown } from './words-markdown.ts'
import { fillPlain, type Names, problemOf, usesIn } from './words-names.ts'
import { parseYaml } from './yaml-file.ts'

export type Page = z.infer<typeof page>

const frontMatter = z.strictObject({ title: z.string().trim().min(1).max(80), order: z.int() })

/** The frame of every page has an element of this name. */
const takenId = 'content'

interface Parts {
  readonly head: string
  readonly body: string
  /** Lines above the text. */
  readonly above: number
}

function partsOf(text: string): Parts | null {
  const [, head, body = ''] =
    /^\uFEFF?---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/.exec(text.replaceAll('\r\n', '\n')) ?? []
  return head === undefined ? null : { head, body, above: head.split('\n').length + 2 }
}

function nameProblem(id: string): string | null {
  if (!page.shape.id.safeParse(id).success)
    return 'name the file with lower-case letters, digits and hyphens, such as when-not.md'
  return id === takenId ? `a page cannot be called ${takenId}.md. Take another name` : null
}

/**
 * A guidance page: `title` and `order` between two lines `---`, then Markdown, names in braces filled in.
 * Null where every paragraph of it was optional and is left out.
 * @throws ConfigError with every fault of it, by line
 */
export function parsePage(text: string, name: string, names: Names): Page | null {
  const file = `procedure/${name}`
  const id = basename(name, '.md')
  const fault = (line: number, problem: string): Fault => ({ file, line, path: '', problem })
  const parts = partsOf(text)
  if (parts === null)
    throw new ConfigError([
      fault(1, 'has no title. Begin it with the lines: ---, title: When to escalate, order: 1, ---'),
    ])
  const wrongName = nameProblem(id)
  if (wrongName !== null) throw new ConfigError([fault(1, wrongName)])
  // An empty first line stands for the "---", so that lines count from the top of the file.
  const yaml = parseYaml(`\n${parts.head}`, file)
  const { title, order } = checked(frontMatter, yaml.data ?? {}, yaml.fault)
  const inTitle = usesIn(title).flatMap((use) => problemOf(use, names, false) ?? [])
  const faults = [
    ...inTitle.map((problem) => yaml.fault(['title'], problem)),
    ...textFaults(parts.body, id, names).map(({ line, problem }) => fault(parts.above + line, problem)),
  ]
  if (faults.length > 0) throw new ConfigError(faults)
  const body = fillMarkdown(parts.body, names).trim()
  return body === '' ? null : { id, title: fillPlain(title, names), order, body }
}
