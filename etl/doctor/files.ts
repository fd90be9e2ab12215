import { lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'

/** Whether an error is the operating system's answer, and not a mistake of the program. */
export const isRefused = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && /^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code))

/** What `work` comes to, or `otherwise` where the operating system refuses it. */
export const unlessRefused = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (isRefused(error)) return otherwise
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  isRefused(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** What `work` comes to, or `otherwise` where there is no such file or folder. */
export const unlessMissing = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return otherwise
    throw error
  }
}

/** The names in a folder, in order; none where there is no folder. */
export const namesIn = async (folder: string): Promise<string[]> =>
  (await unlessMissing(readdir(folder), [])).sort()

export const statusOf = (path: string) => unlessMissing(lstat(path), null)

/** What a link leads to; null where there is none, or no link. */
export async function linkOf(path: string): Promise<string | null> {
  const status = await statusOf(path)
  return status?.isSymbolicLink() ? readlink(path) : null
}

/** The status of what a link leads to. */
export const targetOf = (path: string) => unlessMissing(stat(path), null)

/** A JSON file by its schema, or what is wrong with it in a few words. */
export type Read<T> =
  | { readonly content: T; readonly fault: null }
  | { readonly content: null; readonly fault: string }

/** Reads a JSON file. Throws where the operating system refuses it otherwise than that it is not there. */
export async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<Read<z.infer<Schema>>> {
  const text = await unlessMissing(readFile(path, 'utf8'), null)
  if (text === null) return { content: null, fault: 'missing' }
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    // the message of an issue may show what stands there
    const [issue] = parsed.error?.issues ?? []
    return parsed.success
      ? { content: parsed.data, fault: null }
      : {
          content: null,
          fault: `not as it should be${issue?.path.length ? ` (${issue.path.join('.')})` : ''}`,
        }
  } catch {
    return { content: null, fault: 'damaged' }
  }
}

/** What a file or a folder takes with all that is in it. */
export interface Weight {
  readonly bytes: number
  readonly files: number
}

const sum = (weights: readonly Weight[]): Weight => ({
  bytes: weights.reduce((total, { bytes }) => total + bytes, 0),
  files: weights.reduce((total, { files }) => total + files, 0),
})

async function weighOwn(path: string): Promise<Weight> {
  const status = await statusOf(path)
  if (status === null) return { bytes: 0, files: 0 }
  if (!status.isDirectory()) return { bytes: status.size, files: 1 }
  const weights: Weight[] = []
  for (const name of await namesIn(path)) weights.push(await weighOwn(join(path, name)))
  return sum(weights)
}

/** What stands at a path, which may be a link; links below it count for themselves. */
export async function weigh(path: string): Promise<Weight> {
  const real = await unlessMissing(realpath(path), null)
  return real === null ? { bytes: 0, files: 0 } : weighOwn(real)
}
