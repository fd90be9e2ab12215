/** Whether what the sources delivered today is as usual. */
import type { Manifest, RunFile } from '../../data/contract.ts'
import { refusalOf } from './receipts.ts'

export type SourceToday = { source: string; sentences: string[] }

const asBefore =
  'Nothing is unusual about its columns, its words or the number of its records, as far as there are earlier exports to compare with.'
const nothingCame = 'Nothing was delivered.'

const ofSource = (source: string, { files, drift }: RunFile): string[] => {
  const own = files.filter((file) => file.source === source)
  const refused = own.flatMap(({ name, refused: why }) =>
    why === null ? [] : [`“${name}” was refused: ${refusalOf(why)}`],
  )
  const odd = drift.filter((one) => one.source === source).map(({ message }) => message)
  if (own.length === 0 && odd.length === 0) return [nothingCame]
  const isWhole = own.some(({ refused: why }) => why === null)
  return [...refused, ...odd, ...(isWhole && odd.length === 0 ? [asBefore] : [])]
}

/** What each configured source delivered: what is otherwise than before, what was refused, that nothing came. */
export const today = (run: RunFile, sources: Manifest['sources']): SourceToday[] =>
  sources.map(({ name }) => ({ source: name, sentences: ofSource(name, run) }))
