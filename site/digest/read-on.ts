/** Where a reader of the digest goes on, where the address of the site is known. */
import type { Link } from './part.ts'

export const readOn: readonly Link[] = [
  { words: 'All promises', path: '/' },
  { words: 'The brief on one page', path: '/brief/' },
]
