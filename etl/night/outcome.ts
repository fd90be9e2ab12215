import type { Manifest } from '../../data/contract.ts'
import { ConfigError, UsageError } from '../config/errors.ts'
import { WrongLimit } from '../db/limits.ts'
import { BrokenLockError, LockHeldError } from '../db/lock.ts'
import { InTheWay } from '../effects.ts'
import { DamagedReceipt } from '../ingest/landed.ts'
import { NotPublished } from '../publish/not-published.ts'
import { troubleOf } from '../publish/trouble.ts'
import { NotErased } from '../retention/finish.ts'

/** 0 published · 1 nothing published, the last release stands · 2 wrong usage or configuration · 3 another run holds the lock. */
export type ExitCode = 0 | 1 | 2 | 3

/** The release stands and its sites do not: the next run builds them. */
export class SiteNotBuilt extends Error {}

const kinds: readonly [ExitCode, readonly (new (...given: never[]) => Error)[]][] = [
  [3, [LockHeldError]],
  [2, [ConfigError, UsageError, WrongLimit]],
  [1, [NotPublished, SiteNotBuilt, NotErased, DamagedReceipt, BrokenLockError, InTheWay]],
]

/** What ended a night, as an exit code and words; null where nobody foresaw it. */
function foreseen(error: unknown): { code: ExitCode; words: string } | null {
  for (const [code, classes] of kinds)
    if (classes.some((kind) => error instanceof kind)) return { code, words: (error as Error).message }
  const trouble = troubleOf(error)
  return trouble === null ? null : { code: 1, words: trouble }
}

/** What a failure leaves: what stood before, or the release that this night had published. */
function leadOf(code: ExitCode, published: Manifest | null): string {
  if (code !== 1) return ''
  if (published === null) return 'nothing published; the last release, if there is one, stands: '
  return `release ${published.run} is published, and the night did not end well after that: `
}

/** Says in words what ended a night, and gives its exit code; throws again what nobody foresaw. */
export function tellFailure(
  error: unknown,
  published: Manifest | null,
  log: (line: string) => void,
): ExitCode {
  const told = foreseen(error)
  if (told === null) throw error
  log(`${leadOf(told.code, published)}${told.words}`)
  return told.code
}
