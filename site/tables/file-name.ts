/** What the file of a table is called. */
import { withDigest } from '../digest.ts'
import { slugOf } from '../words/slug.ts'

const mostLetters = 80

/** A file name of a table's name, of at most 80 letters before its ending: "Tickets by week" → `tickets-by-week.csv` */
export const fileName = (name: string): string => {
  const slug = slugOf(name)
  if (slug === '') return 'table.csv'
  return `${slug.length > mostLetters ? withDigest(slug, name, mostLetters) : slug}.csv`
}
