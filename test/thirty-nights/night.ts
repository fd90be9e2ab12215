import type { Settings } from './config.ts'
import { firstSettings } from './config.ts'
import type { Delivery } from './delivery.ts'
import type { Correction } from './known.ts'
import { timeIn } from './usual.ts'

/** What happens to a run besides what its files are. */
export type Accident =
  | { readonly what: 'killed'; readonly afterSteps: number }
  /** More is written to a file while it is read. */
  | { readonly what: 'written to'; readonly name: string; readonly bytes: Uint8Array }

/** One start of the nightly. */
export interface Run {
  readonly clock: number
  /** What lies in the inbox; it is given all that was delivered before. */
  readonly inbox: (before: readonly Delivery[]) => readonly Delivery[]
  readonly settings: Settings
  readonly corrections: readonly Correction[]
  /** The exit code; null where it never comes to one. */
  readonly code: 0 | 1 | 2 | null
  /** What its log says besides the names of the files that it refuses. */
  readonly says: readonly string[]
  readonly accident: Accident | null
}

export interface Night {
  readonly night: number
  /** What is out of the ordinary, in words. */
  readonly title: string
  readonly runs: readonly Run[]
}

const settingsOn = (night: number): Settings => ({
  ...firstSettings,
  knowsNewWord: night >= 15,
  network: night === 27 ? 'network-team' : 'network',
  hasService: night >= 28,
  targetFrom: night >= 26 ? '2026-10-12' : null,
})

type Told = Partial<Omit<Run, 'inbox' | 'clock' | 'settings'>> & {
  readonly clock?: string | number
  readonly isWrong?: boolean
  readonly files: readonly Delivery[] | Run['inbox']
}

/** A run of a night at half past one, unless it is told otherwise. */
export function runOf(night: number, told: Told): Run {
  const { clock = '01:30', isWrong = false, files, ...rest } = told
  return {
    clock: typeof clock === 'number' ? clock : timeIn(night, clock),
    inbox: typeof files === 'function' ? files : () => files,
    settings: { ...settingsOn(night), isWrong },
    corrections: [],
    code: 0,
    says: [],
    accident: null,
    ...rest,
  }
}

/** A night of one run. */
export const nightOf = (night: number, title: string, told: Told): Night => ({
  night,
  title,
  runs: [runOf(night, told)],
})
