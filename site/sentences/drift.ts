/** Whether what a source delivered today is as usual. */
import type { RunFile } from '../../data/contract.ts'

export type SourceToday = { source: string; sentences: string[] }

const asBefore =
  'Nothing is unusual about its columns, its words or the number of its records, as far as there are earlier exports to compare with.'

/** A line for each source that delivered: what is otherwise than before, or that nothing is. */
export const today = ({ files, drift }: RunFile): SourceToday[] => {
  const delivered = files.flatMap(({ source }) => (source === null ? [] : [source]))
  const sources = [...new Set([...delivered, ...drift.map(({ source }) => source)])]
  return sources.map((source) => {
    const odd = drift.filter((one) => one.source === source).map(({ message }) => message)
    return { source, sentences: odd.length > 0 ? odd : [asBefore] }
  })
}
