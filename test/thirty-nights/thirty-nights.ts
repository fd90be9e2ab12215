import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce, factsOf, releasedOf } from './at-once.ts'
import { countsOf, readRelease } from './observed.ts'
import { thirtyNights } from './script.ts'
import { Story } from './story.ts'
import { tableOf } from './table.ts'
import { truthOf } from './truth.ts'

/** What a night of two runs and its pages may take on a busy machine. */
const patience = 300_000

/** Holds that the nights of a world come to what its truth says, and all of them together to one night over everything. */
export function holdNightByNight(seed: number, nights: readonly number[] | 'all'): void {
  const truth = truthOf(seed)
  const lived = thirtyNights(truth).filter(({ night }) => nights === 'all' || nights.includes(night))

  describe(`${lived.length} nights in a row over the world of seed ${seed}`, () => {
    let story: Story
    beforeAll(async () => {
      story = await Story.begin()
    })
    afterAll(() => process.stdout.write(`\nseed ${seed}\n${tableOf(story.lines)}\n`))

    for (const night of lived) test(`night ${night.night}: ${night.title}`, () => story.live(night), patience)

    describe('one night over all that was ever delivered', () => {
      let once: Awaited<ReturnType<typeof atOnce>>
      beforeAll(async () => {
        if (!story.last) throw new Error('no night was published')
        once = await atOnce(story.delivered, story.last.run)
      }, patience)

      test('is as of the same time', async () => {
        expect(once.code, once.log).toBe(0)
        expect((await readRelease(join(once.dir, 'current'))).manifest.as_of).toBe(story.last?.figures.asOf)
      })

      test('has the same facts, byte by byte', async () => {
        expect(await factsOf(once)).toEqual(story.last && (await factsOf(story.last.ran)))
      })

      test('publishes the same figures, cells and lists', async () => {
        expect(await releasedOf(once.dir)).toEqual(await releasedOf(story.dir))
      })

      test('comes to the same of every record of every file', async () => {
        const { run } = await readRelease(join(once.dir, 'current'))
        const of = (sha256: string) =>
          run.files
            .filter((file) => file.sha256 === sha256)
            .map(countsOf)
            .toSorted((a, b) => b.kept + b.superseded - a.kept - a.superseded)[0]
        const receipts = story.last?.figures.receipts ?? {}
        expect(Object.fromEntries(Object.keys(receipts).map((sha256) => [sha256, of(sha256)]))).toEqual(
          receipts,
        )
      })
    })
  })
}
