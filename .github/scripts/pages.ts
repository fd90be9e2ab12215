import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a path, from the site's root, is there in a built site. */
export const isPageOf = (site: string, path: string): boolean =>
  existsSync(join(site, decodeURIComponent(path)))

/** The first file of a folder or of the folders in it, as a path from there; none where it is empty. */
function firstFile(folder: string): readonly string[][] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const below = entry.isDirectory() ? firstFile(join(folder, entry.name)) : [[]]
    const [path] = below
    if (path !== undefined) return [[entry.name, ...path]]
  }
  return []
}

/** A file of each folder in a site's root, as paths of addresses: a host may close one folder and show another. */
export const fileOfEachFolder = (site: string): readonly string[] =>
  readdirSync(site, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => firstFile(join(site, name)).map((path) => [name, ...path]))
    .map((path) => path.map(encodeURIComponent).join('/'))
    .sort()
