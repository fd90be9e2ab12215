import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { flow, page, promise } from '../../data/contract.ts'
import { ConfigError, type Fault } from './errors.ts'
import { type FaultAt, shapeFaults } from './shape.ts'
import { parseYaml, readText, readYaml } from './yaml-file.ts'

export type Page = z.infer<typeof page>
export type Promised = z.infer<typeof promise>
export type Flow = z.infer<typeof flow>

/** What the staff site says besides figures. */
export interface Words {
  readonly pages: readonly Page[]
  readonly promises: readonly Promised[]
  readonly flow: Flow
  readonly warnings: readonly string[]
}

const frontMatter = z.strictObject({ title: z.string().trim().min(1), order: z.int() })
const promisesFile = z.strictObject({
  promises: z.array(promise.extend({ on: z.boolean().default(true) })),
})

const flowFile = flow.extend({
  edges: z.array(flow.shape.edges.element.extend({ label: z.string().nullable().default(null) })),
})

function checked<T extends z.ZodType>(schema: T, data: unknown, fault: FaultAt): z.infer<T> {
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw new ConfigError(shapeFaults(fault, schema, parsed.error.issues, data))
  return parsed.data
}

/** A guidance page: `title` and `order` between two lines `---`, then Markdown. */
function parsePage(text: string, name: string): Page {
  const [, head, body] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text) ?? []
  const file = `procedure/${name}`
  const id = basename(name, '.md')
  const fail = (problem: string): ConfigError => new ConfigError([{ file, line: 1, path: '', problem }])
  if (head === undefined) {
    throw fail('has no title. Begin it with the lines: ---, title: When to escalate, order: 1, ---')
  }
  if (!page.shape.id.safeParse(id).success) {
    throw fail('name the file with lower-case letters, digits and hyphens, such as when-not.md')
  }
  // An empty first line stands for the "---", so that lines count from the top of the file.
  const yaml = parseYaml(`\n${head}`, file)
  return { id, ...checked(frontMatter, yaml.data ?? {}, yaml.fault), body: (body ?? '').trim() }
}

/** Runs every reading and gathers what is wrong with any of them. */
async function gather<T>(readings: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(readings)
  const faults: Fault[] = []
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    if (!(result.reason instanceof ConfigError)) throw result.reason
    faults.push(...result.reason.faults)
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

async function readPages(folder: string): Promise<Page[]> {
  const names = await readdir(folder).catch(() => [])
  const pages = names.filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  const read = pages.map(async (name) =>
    parsePage((await readText(join(folder, name), `procedure/${name}`)) ?? '', name),
  )
  return (await gather(read)).sort((a, b) => a.order - b.order)
}

async function readPromises(folder: string): Promise<Promised[] | null> {
  const file = await readYaml(join(folder, 'promises.yaml'), 'procedure/promises.yaml')
  if (file === null) return null
  const { promises } = checked(promisesFile, file.data, file.fault)
  const repeated = promises.flatMap(({ id }, index) =>
    promises.findIndex((other) => other.id === id) < index
      ? [file.fault(['promises', index, 'id'], `there are two promises "${id}". Give each its own id`)]
      : [],
  )
  if (repeated.length > 0) throw new ConfigError(repeated)
  return promises
    .filter(({ on }) => on)
    .map(({ on, ...kept }) => kept)
    .sort((a, b) => a.order - b.order)
}

async function readFlow(folder: string): Promise<Flow | null> {
  const file = await readYaml(join(folder, 'flow.yaml'), 'procedure/flow.yaml')
  return file === null ? null : checked(flowFile, file.data, file.fault)
}

/**
 * The words of the installation in `dir`, from its procedure/ folder; what it does not bring is taken from the
 * neutral words in `defaultsDir`.
 * @throws ConfigError that names file and line of every broken page or promise
 */
export async function loadWords(dir: string, defaultsDir: string): Promise<Words> {
  const folder = join(dir, 'procedure')
  const [pages, promises, own] = await Promise.all([
    readPages(folder),
    readPromises(folder),
    readFlow(folder),
  ])
  const isOwn = pages.length > 0 || promises !== null || own !== null
  const missing = [
    ...(pages.length === 0 ? ['procedure/ has no page of its own: the neutral words stand'] : []),
    ...(promises === null ? ['procedure/promises.yaml is missing: the neutral promises stand'] : []),
    ...(own === null ? ['procedure/flow.yaml is missing: the neutral flow stands'] : []),
  ]
  return {
    pages: pages.length > 0 ? pages : await readPages(defaultsDir),
    promises: promises ?? (await readPromises(defaultsDir)) ?? [],
    flow: own ?? (await readFlow(defaultsDir)) ?? { nodes: [], edges: [] },
    warnings: isOwn ? missing : [],
  }
}
