import { join } from 'node:path'
import { expect } from 'vitest'
import { installation, type Night as Ran } from '../support/installation.ts'
import { assertSameAnew } from './anew.ts'
import { configText, firstSettings } from './config.ts'
import type { Delivery } from './delivery.ts'
import { publishedBacklog, setAside } from './history.ts'
import { Ledger } from './ledger.ts'
import type { Night, Run } from './night.ts'
import { countsOf, observedOf, type Release, readRelease } from './observed.ts'
import { assertPages } from './pages.ts'
import { played } from './play.ts'
import { type Figures, reckoned } from './reckoning.ts'
import { inboxOf, landedIn, leftovers, standingRun } from './standing.ts'
import { type Line, lineOf } from './table.ts'

/** The nights after which the pages are built and looked at: one source stale, all of them, none. */
const pagesBuiltOn: readonly number[] = [13, 17, 30]

/** The key that all installations of these tests share, so that theirs can be compared. */
export const key = { '.key': 'a'.repeat(64) }

/** One installation, night after night, and what is expected of each. */
export class Story {
  readonly dir: string
  /** A line a run, for the table. */
  readonly lines: Line[] = []
  /** Every file that was ever put into the inbox, in order. */
  readonly delivered: Delivery[] = []
  last: {
    readonly ran: Ran
    readonly run: Run
    readonly figures: Figures
    readonly release: Release
  } | null = null
  readonly #ledger = new Ledger()
  #backlog: readonly string[] = []

  private constructor(dir: string) {
    this.dir = dir
  }

  static begin = async (): Promise<Story> =>
    new Story(await installation({ config: configText(firstSettings), files: key }))

  /** Lets a night happen, and holds it against what is expected. */
  async live({ night, title, runs }: Night): Promise<void> {
    for (const run of runs) {
      const inbox = run.inbox(this.delivered)
      const stood = await standingRun(this.dir)
      const ran = await played(this.dir, run, inbox)
      this.delivered.push(...inbox)
      if (run.code === 0 || run.code === 1) this.#ledger.take(inbox, run.settings)
      expect(ran?.code ?? null, ran?.log).toBe(run.code)
      if (ran !== null) await this.#assertSaid(ran, run, inbox)
      if (run.code === 0) await this.#assertPublished(ran as Ran, run, inbox, stood)
      else expect(await standingRun(this.dir)).toBe(stood)
      if (this.last !== null && run.code === 0 && pagesBuiltOn.includes(night))
        await assertPages(this.dir, this.last.figures)
      this.lines.push(lineOf({ night, title, run, inbox }, run.code === 0 ? this.last : null))
    }
  }

  async #assertSaid({ log }: Ran, run: Run, inbox: readonly Delivery[]): Promise<void> {
    for (const words of run.says) expect(log).toContain(words)
    if (run.code !== 2)
      for (const { name, refused } of inbox) if (refused !== null) expect(log).toContain(name)
    if (run.accident === null)
      expect(await inboxOf(this.dir)).toEqual(
        Object.fromEntries(inbox.map(({ name, sha256 }) => [name, expect.stringMatching(`^(${sha256}|-)$`)])),
      )
    expect(await leftovers(this.dir)).toEqual([])
  }

  async #assertPublished(ran: Ran, run: Run, inbox: readonly Delivery[], stood: string): Promise<void> {
    const release = await readRelease(join(this.dir, 'current'))
    const { settings, clock, corrections } = run
    const figures = reckoned({ ledger: this.#ledger, settings, inbox, clock, corrections })
    expect(await observedOf(release, ran)).toEqual(figures)
    assertOneRun(release, await standingRun(this.dir), stood)
    assertRefused(release, inbox)
    expect(release.run.corrections.map(({ item, is_applied }) => [item, is_applied])).toEqual(
      corrections.map(({ item }) => [item, true]),
    )
    expect(release.manifest.as_of >= (this.last?.release.manifest.as_of ?? '')).toBe(true)
    await this.#assertNothingLost(ran, release)
    await assertSameAnew(this.dir, ran, clock)
    this.last = { ran, run, figures, release }
  }

  async #assertNothingLost(ran: Ran, release: Release): Promise<void> {
    expect(await landedIn(this.dir)).toHaveLength(this.#ledger.size)
    const counts = release.run.files.map(countsOf)
    for (const { records, kept, superseded, duplicate, quarantined } of counts)
      expect(kept + superseded + duplicate + quarantined).toBe(records)
    const aside = counts.reduce((sum, { quarantined }) => sum + quarantined, 0)
    expect(await setAside(ran, release.run.run)).toBe(aside)
    const backlog = await publishedBacklog(ran)
    expect(backlog).toEqual(expect.arrayContaining([...this.#backlog]))
    this.#backlog = backlog
  }
}

/** A release is of one run, which is later than the one that stood before. */
function assertOneRun({ manifest, run, measures }: Release, standing: string, stood: string): void {
  expect([manifest.run, run.run]).toEqual([standing, standing])
  expect(standing > stood).toBe(true)
  expect(run.as_of).toBe(manifest.as_of)
  for (const { as_of } of measures.values()) expect(as_of).toBe(manifest.as_of)
}

/** Whatever could not be read is refused by its name and for its reason, and nothing else is. */
function assertRefused({ run }: Release, inbox: readonly Delivery[]): void {
  const told = run.files.flatMap(({ name, refused }) => (refused ? [`${name}: ${refused.reason}`] : []))
  const meant = inbox.flatMap(({ name, refused }) => (refused ? [`${name}: ${refused}`] : []))
  expect(told.sort()).toEqual(meant.sort())
}
