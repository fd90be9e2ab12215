/** A failure of the machine: what is wrong in words, and what to do. */
interface Trouble {
  readonly codes: readonly string[]
  /** What DuckDB says of it: its errors have no code. */
  readonly says: RegExp
  readonly words: string
}

const troubles: readonly Trouble[] = [
  { codes: ['ENOSPC'], says: /no space left on device|max_temp_directory_size/i, words: 'the disk is full. Make room and run again' },
  { codes: ['EDQUOT'], says: /quota exceeded/i, words: 'the quota of this account is used up. Make room or have it raised, and run again' },
  { codes: ['EROFS'], says: /read-only file system/i, words: 'the disk can be read only. Mount it so that it can be written, and run again' },
  { codes: ['EACCES', 'EPERM'], says: /permission denied|operation not permitted/i, words: 'this account has no permission. Give it to whoever runs the nightly (chown, chmod), and run again' },
  { codes: ['EFBIG'], says: /file too large/i, words: 'the file grew larger than this account or the disk allows. Raise the limit (ulimit -f), and run again' },
  { codes: ['EMFILE', 'ENFILE'], says: /too many open files/i, words: 'too many files are open. Raise the limit (ulimit -n) or close what else is running, and run again' },
  { codes: ['EIO'], says: /input\/output error/i, words: 'the disk does not answer as it should. Look at its health before you run again' },
  { codes: ['ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY'], says: /not a directory|is a directory|directory not empty/i, words: 'something else lies there. Move it elsewhere and run again' },
  { codes: ['ENOMEM'], says: /out of memory error/i, words: 'there is too little memory. Close what else is running, or let DuckDB take more with ESCALATION_TRENDS_MEMORY_MB, and run again' },
] // biome-ignore format: a table

type Failure = Error & { readonly code?: unknown; readonly path?: unknown; readonly dest?: unknown }

/** An error and what caused it. */
function chainOf(error: unknown): Failure[] {
  return error instanceof Error ? [error, ...chainOf(error.cause)] : []
}

function pathOf({ message, path, dest }: Failure): string | null {
  const named = dest ?? path
  return typeof named === 'string'
    ? named
    : (/(?:file|directory|folder) "([^"]+)"/i.exec(message)?.[1] ?? null)
}

/** DuckDB says what went wrong in its first line; those below may quote a statement. */
const isDatabases = ({ message }: Failure): boolean =>
  /\b(?:IO|TransactionContext|Out of Memory|FATAL) Error:/i.test(message)

/** A Parquet file that cannot be read through; DuckDB does not call that trouble of input and output. */
const unreadable = /(?:No magic bytes found at end of file|Failed to read file) ["']([^"']+\.parquet)["']/i

function damageIn({ message }: Failure): string | null {
  const path = unreadable.exec(message)?.[1]
  if (path === undefined) return null
  return `${path} is damaged: restore it from a back-up, or remove it and the .json beside it and put the export into inbox/ again. npm run doctor names all that are`
}

function troubleIn(failure: Failure): string | null {
  const { code, message } = failure
  const found = troubles.find(
    ({ codes, says }) =>
      (typeof code === 'string' && codes.includes(code)) || (isDatabases(failure) && says.test(message)),
  )
  if (!found) return null
  const path = pathOf(failure)
  return path === null ? found.words : `${path}: ${found.words}`
}

/** What is wrong with the machine where that is what an error tells of, its path first; null where it tells of something else. */
export function troubleOf(error: unknown): string | null {
  for (const failure of chainOf(error)) {
    const told = troubleIn(failure) ?? damageIn(failure)
    if (told !== null) return told
  }
  return null
}

/** The same of what another program said before it ended: Node writes the code and the path of an error into its words. */
export function troubleSaid(output: string): string | null {
  for (const [line, code] of output.matchAll(/\b(E[A-Z]+): .*/g)) {
    const path = /'([^']+)'\s*$/.exec(line)?.[1]
    const told = troubleOf(Object.assign(new Error(line), { code, path }))
    if (told !== null) return told
  }
  return null
}
