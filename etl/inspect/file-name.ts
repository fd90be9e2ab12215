import { basename } from 'node:path'

/** A day in a file's name: the text as it stands, and the regular expression that finds it. */
const days = [
  { form: /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/, pattern: String.raw`(\d{4}-\d{2}-\d{2})` },
  { form: /(?<!\d)20\d{6}(?!\d)/, pattern: String.raw`(\d{8})` },
]

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text) !== null
  } catch {
    return false
  }
}

/** What a file's name says of the source it belongs to. */
export interface NameParts {
  /** Its own name as one that stands in an inbox. */
  readonly inbox: string
  /** A glob for it and its likes: dates, numbers and marks that a glob knows are replaced by `*`. */
  readonly glob: string
  /** A name for its source. */
  readonly source: string
  /** Regular expression of the export's day in the name; null where it holds none. */
  readonly exportedAt: string | null
}

const endings = /(\.(csv|tsv|txt|xlsx|json|mbox|eml))?(\.gz)?$/i

/** Reads the name of a file at `path`. */
export function nameParts(path: string): NameParts {
  const inbox =
    basename(path)
      .replace(/^\.+/, '')
      .replace(/[\p{Cc}\\]/gu, '_') || 'export'
  const ending = endings.exec(inbox)?.[0] ?? ''
  const stem = inbox.slice(0, inbox.length - ending.length)
  const found = days.find(({ form }) => isDay(form.exec(stem)?.[0] ?? ''))
  const open = stem
    .replace(found?.form ?? /$^/, '*')
    .replace(/\d+/g, '*')
    .replace(/[^\p{L}\p{M}_. -]+/gu, '*')
    .replace(/\*([-_. ]*\*)+/g, '*')
  const source = stem
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return { inbox, glob: open + ending, source: source || 'export', exportedAt: found?.pattern ?? null }
}
