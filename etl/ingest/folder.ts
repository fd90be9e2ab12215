import { access, readdir } from 'node:fs/promises'

const isMissing = (error: NodeJS.ErrnoException): boolean => error.code === 'ENOENT'

/** The names in a folder; none where there is no such folder. */
export const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (isMissing(error)) return []
    throw error
  })

/** Whether something is there. Throws where that cannot be told. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (isMissing(error)) return false
      throw error
    },
  )
