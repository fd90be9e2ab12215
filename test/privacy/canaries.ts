/** What must be so of a night over exports full of tokens, however many records they have. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { schemaOfFile } from '../../data/contract.ts'
import { GateError, passGate } from '../../etl/publish/gate.ts'
import { badNight, broken, crashed } from './bad-nights.ts'
import { below, type CanaryNight, canaryNight, facts, placesOf, tableOf, unplaced } from './canary-night.ts'
import { commandsOf } from './commands.ts'
import { type Found, filesBelow, type Place, search } from './places.ts'
import { spoilt } from './spoil.ts'

interface Plan {
  /** Sound records an export. */
  readonly count: number
  /** Files of the inbox that are inspected by config.yaml, and without it. */
  readonly configured: readonly string[]
  readonly alone: readonly string[]
  /** Files that a night reads which crashes. */
  readonly crashing: readonly string[]
  /** Steps of a disk before which it is pulled out. */
  readonly steps: readonly number[]
}

/** Describes a night over exports of so many records, and what comes after it. */
export function nothingPersonalGetsOut({ count, crashing, steps, ...files }: Plan): void {
  describe(`of a night over ${count} records an export, each cell with a word of its own`, () => {
    let night: CanaryNight
    const found: Found[] = []
    beforeAll(async () => {
      night = await canaryNight(count)
    })
    afterAll(() => console.table(tableOf(found, night.tokens)))

    async function holdsNoMore(place: Place): Promise<void> {
      const searched = await search(place, night.tokens)
      found.push(searched)
      const leaked = [...searched.cores]
        .filter(([, kind]) => !place.may.includes(kind))
        .map(([core, kind]) => `${core}, ${kind} of ${night.tokens.made.get(core)?.from ?? 'somewhere'}`)
      expect.soft({ place: place.name, leaked }).toEqual({ place: place.name, leaked: [] })
      for (const kind of place.must ?? []) expect.soft(searched.kinds, place.name).toHaveProperty(kind)
    }

    test('all is published, and every token is found where it was put', async () => {
      expect([night.code, night.said]).toEqual([0, expect.stringContaining('published  release')])
      const paths = [...below(join(night.dir, 'inbox')), join(night.dir, 'corrections.csv')]
      const put = await search({ name: 'inbox', paths }, night.tokens)
      found.push(put)
      expect([...night.tokens.made].filter(([core]) => !put.cores.has(core))).toEqual([])
    })

    test('each place holds what it may, and nothing of anybody besides', async () => {
      const places = placesOf(night)
      for (const place of places) await holdsNoMore(place)
      expect(unplaced(night, places)).toEqual([])
    })

    test('each file of the release is one that the contract lists, and with a field more anywhere it is refused', () => {
      const release = join(night.dir, 'current', '.')
      const accepted: string[] = []
      for (const path of filesBelow(release)) {
        const schema = schemaOfFile(path) ?? z.never()
        const content = JSON.parse(readFileSync(join(release, path), 'utf8'))
        expect(() => passGate(path, schema, content), path).not.toThrow()
        for (const one of spoilt(content))
          try {
            passGate(path, schema, one.value)
            accepted.push(`${path}${one.path}`)
          } catch (error) {
            expect(error).toBeInstanceOf(GateError)
          }
      }
      // value maps have for keys what config.yaml says that a tool writes
      expect(
        accepted.filter((path) => !/^operations\/formats\.json\.sources\[\]\.values\.\w+$/.test(path)),
      ).toEqual([])
      expect(() => passGate('people.json', z.strictObject({}), {})).toThrow(
        'no file that the contract allows',
      )
    })

    test('those who run the installation are told of nobody who asked, and of no text', async () => {
      for (const place of await commandsOf(night, files)) await holdsNoMore(place)
    })

    test.each([
      ['a required file is refused', 1],
      ['no file can be read', 1],
      ['a setting is wrong', 2],
    ] as const)('a night says nothing of the exports where %s', async (why, code) => {
      const { end, said } = await badNight(night, why)
      expect([end, said.length > 80]).toEqual([code, true])
      await holdsNoMore({ name: `log, ${why}`, texts: [said], may: [] })
    })

    test('a crash says where it was, and no cell that an error quotes', async () => {
      const [token] = [...night.tokens.made.keys()]
      const { end, said } = await crashed(night, crashing, `Dr ${token} "rang" o'clock`)
      expect([end, said]).toEqual([
        'crash',
        expect.stringMatching(/Conversion Error: Could not convert string …/),
      ])
      expect(said).toContain('bad-nights.ts')
      await holdsNoMore({ name: 'log, crash', texts: [said], may: [] })
    })

    test.each(steps)(
      'a disk that is pulled out before its step %i leaves what may stay, and no more',
      async (step) => {
        const { dir, said } = await broken(night, crashing, step)
        const isOurs = (path: string): boolean =>
          !/^(?:inbox|quarantine)\/|\/quarantine\.csv$|^(?:config\.yaml|corrections\.csv|\.key)$/.test(path)
        await holdsNoMore({ name: `log, disk gone at ${step}`, texts: [said], may: [] })
        await holdsNoMore({
          name: `left, disk gone at ${step}`,
          paths: below(dir, isOurs),
          may: [...facts, 'correction'],
        })
        expect(filesBelow(dir).length).toBeGreaterThan(0)
      },
    )
  })
}
