import type { Fault, SetAsideFor } from '../../data/shared/fault.ts'
import type { SetAside, SetAsideRecord } from './verdict.ts'

/** Records of each reason that are shown. */
const mostShown = 20
const lettersShown = 200

/** A text as the page shows it: in one line, cut where it is long. */
export const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > lettersShown ? `${line.slice(0, lettersShown)}…` : line
}

/** What is set aside of one file, counted by reason. */
export class Aside {
  readonly #reasons = new Map<SetAsideFor, { records: number; first: SetAsideRecord[] }>()

  /** Counts a record; `holds` is asked for only where it is shown. */
  add({ reason, column }: Fault, record: number, holds: () => string): void {
    const known = this.#reasons.get(reason) ?? { records: 0, first: [] }
    this.#reasons.set(reason, known)
    known.records++
    if (known.first.length < mostShown) known.first.push({ record, column, holds: shortened(holds()) })
  }

  get found(): SetAside[] {
    return [...this.#reasons].map(([reason, rest]) => ({ reason, ...rest }))
  }
}
