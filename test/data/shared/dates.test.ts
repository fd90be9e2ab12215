import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Moment, momentReader, unreadFormats } from '../../../data/shared/dates.ts'
import { WallClock } from '../../../data/shared/wall-time.ts'
import { dateFormatProblem } from '../../../etl/config/dates.ts'
import type { Database } from '../../../etl/db/database.ts'
import { setZone } from '../../../etl/db/zone.ts'
import { loadFormats, loadHints } from '../../../etl/formats/index.ts'
import { dateBindings } from '../../../etl/ingest/bindings.ts'
import { configOf } from '../../support/config.ts'
import { memory, settingsOf } from '../../support/memory.ts'
import { dateCell, dateFormats } from './date-cells.ts'

let database: Database
beforeAll(async () => {
  database = await memory()
})

const zones = [
  'Europe/London',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
]
const standing = await settingsOf(
  configOf(`
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened }
`),
)

type Read = { earliest: string | null; latest: string | null; is_day: boolean }

/** Cells as the night reads them, in microseconds since 1970. */
async function byNight(cells: readonly string[], formats: readonly string[], zone: string): Promise<Read[]> {
  const [source] = standing.sources
  if (!source) throw new Error('no source')
  const bindings = dateBindings({ ...source, dates: formats })
  await setZone(database, zone)
  return database.all<Read & Record<string, unknown>>(
    `select epoch_us(t.earliest)::varchar as earliest, epoch_us(t.latest)::varchar as latest, t.is_day as is_day
     from (select place, instant(cell, $opened_at_formats, $opened_at_day_formats, $opened_at_offset_formats, $zone) as t
       from (select unnest($cells) as cell, unnest(range(len($cells))) as place)) order by place`,
    {
      opened_at_formats: bindings.opened_at_formats ?? [],
      opened_at_day_formats: bindings.opened_at_day_formats ?? [],
      opened_at_offset_formats: bindings.opened_at_offset_formats ?? [],
      cells,
      zone,
    },
  )
}

const microseconds = (time: number): string => String(Math.round(time * 1000))

const shown = (moment: Moment | null): Read =>
  moment === null
    ? { earliest: null, latest: null, is_day: false }
    : {
        earliest: microseconds(moment.earliest),
        latest: microseconds(moment.latest),
        is_day: moment.isDay,
      }

const exact = Date.UTC(2109, 0) * 1000
/** To the second where a number of milliseconds holds no microseconds. */
const near = (time: string | null): string | null =>
  time === null || Number(time) < exact ? time : String(Math.round(Number(time) / 1_000_000))

/** What is compared. Of what is no time at all the night may say that it would be a day. */
const told = ({ earliest, latest, is_day }: Read): Read =>
  earliest === null ? shown(null) : { earliest: near(earliest), latest: near(latest), is_day }

const clocks = new Map(zones.map((zone) => [zone, new WallClock(zone)]))
const byPage = (cells: readonly string[], formats: readonly string[], zone: string): Read[] => {
  const read = momentReader(formats, clocks.get(zone) ?? new WallClock(zone))
  return cells.map((cell) => shown(read(cell)))
}

describe('a date of an export', () => {
  test('is the same instant, or none, for the page that checks a file as for the night', async () => {
    const some = fc.uniqueArray(fc.constantFrom(...dateFormats), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        some,
        fc.constantFrom(...zones),
        fc.array(dateCell, { minLength: 60, maxLength: 60 }),
        async (by, zone, cells) => {
          const night = (await byNight(cells, by, zone)).map(told)
          const page = byPage(cells, by, zone).map(told)
          const differing = cells.map((each, at) => [each, by.join(', '), zone, page[at], night[at]] as const)
          expect(differing.filter(([, , , a, b]) => JSON.stringify(a) !== JSON.stringify(b))).toEqual([])
        },
      ),
      { numRuns: 250 },
    )
  }, 120_000)

  test('is read here by every format that is built in, and every one that config.yaml may name but those with an offset or a week', async () => {
    const built = [...(await loadFormats()).values(), ...(await loadHints()).values()].flatMap(
      ({ dates }) => dates,
    )
    expect(unreadFormats(built)).toEqual([])
    const letters = [...'aAwdbBmyYHIpMSgfnzZjUWcxXGVu%'].map((letter) => `%${letter}`)
    expect(letters.map(dateFormatProblem).filter((problem) => problem !== null)).toEqual([])
    expect(unreadFormats(letters)).toEqual(['%w', '%n', '%z', '%Z', '%U', '%W', '%G', '%V', '%u'])
  })
})
