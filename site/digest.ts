/** Names that stay apart whatever they are cut to. */
import { createHash } from 'node:crypto'

const letters = 6

/** The first letters of a digest of a key. */
export const digestOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, letters)

/** A slug of at most so many letters, the last of which tell apart what is cut. */
export const withDigest = (slug: string, key: string, most: number): string =>
  [slug.slice(0, most - letters - 1).replace(/-$/, ''), digestOf(key)].filter((part) => part !== '').join('-')
