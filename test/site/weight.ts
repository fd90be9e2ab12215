/** What a page weighs with all that it loads at first: itself, its styles, its scripts and what these import. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of a file, compressed. */
export const gzipped = (path: string): number => gzipSync(readFileSync(path)).length

const assets = /(?:src|href)="(\/[^"]+\.(?:js|css|svg))"/g
const imports = /(?:from|import)\s*"(\.\/[^"]+\.js)"/g

/** Scripts that a script imports at once, and those that these import; what is loaded later is not among them. */
const withImports = (folder: string, address: string, seen: Set<string>): void => {
  if (seen.has(address)) return
  seen.add(address)
  if (!address.endsWith('.js')) return
  const text = readFileSync(join(folder, address), 'utf8')
  for (const [, name = ''] of text.matchAll(imports))
    withImports(folder, posix.join(posix.dirname(address), name), seen)
}

/** Compressed bytes of a page's first view, and whether it draws a chart. */
export const weightOf = (folder: string, path: string): { bytes: number; hasChart: boolean } => {
  const page = join(folder, path, 'index.html')
  const html = readFileSync(page, 'utf8')
  const seen = new Set<string>()
  for (const [, address = ''] of html.matchAll(assets)) withImports(folder, address, seen)
  const bytes = [...seen].reduce((sum, address) => sum + gzipped(join(folder, address)), gzipped(page))
  return { bytes, hasChart: html.includes('<canvas') }
}
