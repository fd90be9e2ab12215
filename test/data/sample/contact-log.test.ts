import { describe, expect, test } from 'vitest'
import { people, SHARED, spellings } from '../../../data/sample/generator/people.ts'
import { contactsOf, escalationsOf, sample, storiesOf } from './sample.ts'

const lines = contactsOf(sample)
const escalations = escalationsOf(sample)
const told = Map.groupBy(lines, ({ Ref = '' }) => Ref)
const linesOf = (id: unknown) => told.get(String(id)) ?? []
const stories = storiesOf(sample)
const storyOf = (id: unknown) => {
  const story = stories.find((one) => one.id === id)
  if (!story) throw new Error(`no story of ${id}`)
  return story
}
const timesIn = (cell: unknown) => (Array.isArray(cell) ? cell.length : Number.NaN)

const names = new Map(people.flatMap(({ name }) => spellings(name).map((spelt) => [spelt, name] as const)))
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A time of the truth as the log writes it. */
const written = (iso: unknown): string | null =>
  typeof iso === 'string' ? london.format(Date.parse(iso)).replace(',', '') : null

const acknowledges = (line: Record<string, string>) => line.What === 'Acknowledged'
const isDone = (line: Record<string, string>) => /^(Done|Closed|Withdrawn)$/.test(line['Status then'] ?? '')
const wrongOnes = (isWrong: (one: (typeof escalations)[number], of: Record<string, string>[]) => boolean) =>
  escalations.filter((one) => isWrong(one, linesOf(one.id))).map(({ id }) => id)

describe('the contact log, held against the list', () => {
  test('begins every escalation with how it came in', () => {
    expect([...told.keys()].sort()).toEqual(escalations.map(({ id }) => id).sort())
    expect(
      wrongOnes((one, of) => of[0]?.What !== 'Came in' || of[0]?.When !== written(one.received_at)),
    ).toEqual([])
  })

  test('says the same of when each was acknowledged', () => {
    const wrong = wrongOnes((one, of) => {
      const first = of.find(acknowledges) ?? of.find(isDone)
      return (first?.When ?? null) !== written(one.acknowledged_at)
    })
    expect(wrong).toEqual([])
  })

  test('leaves each in the status, team and hands that the list has', () => {
    const wrong = wrongOnes((one, of) => {
      const last = of.at(-1) ?? {}
      const cell = last['Owner then'] ?? ''
      const owner = cell === '' || cell === SHARED ? null : names.get(cell)
      return last['Status then'] !== one.status || last['Team then'] !== one.team || owner !== one.owner
    })
    expect(wrong).toEqual([])
  })

  test('says the same of when each was done and closed', () => {
    const wrong = wrongOnes((one, of) => {
      const done = one.resolved_at ?? one.closed_at
      const lastOpen = of.findLastIndex((line) => !isDone(line))
      return (of[lastOpen + 1]?.When ?? null) !== written(done)
    })
    expect(wrong).toEqual([])
  })

  test('is in order of time', () => {
    const sortable = ({ When = '' }) => When.replace(/(\d+)\/(\d+)\/(\d+) (.*)/, '$3-$2-$1 $4')
    expect(lines.map(sortable)).toEqual(lines.map(sortable).toSorted())
  })
})

describe('the truth of the stories, read off the contact log by plain rules', () => {
  const kinds: Record<string, string> = {
    'Wrote to requester': 'message',
    'Rang requester': 'message',
    Note: 'note',
    'Owner named': 'handoff',
    'Owner taken off': 'handoff',
    'Handed to a colleague': 'handoff',
    'Handed to another team': 'handoff',
    Waiting: 'status',
    'Back in hand': 'status',
    'Passed on': 'resolution',
    Done: 'resolution',
    Closed: 'resolution',
    Withdrawn: 'resolution',
  }

  test('each was investigated by the first thing done after it was acknowledged', () => {
    const wrong = wrongOnes(({ id }, of) => {
      const known = of.findIndex(acknowledges)
      const when = of[known]?.When
      const after = of.slice(Math.max(known, 0)).find((line) => {
        const kind = kinds[line.What ?? '']
        return kind === 'resolution' || (known >= 0 && kind !== undefined && line.When !== when)
      })
      const { investigated_at, investigated_basis } = storyOf(id)
      return (
        (after?.When ?? null) !== written(investigated_at) ||
        (after ? kinds[after.What ?? ''] : null) !== investigated_basis
      )
    })
    expect(wrong).toEqual([])
  })

  test('each heard from us, asked, came back and was passed on as often as it says', () => {
    const wrong = wrongOnes(({ id }, of) => {
      const story = storyOf(id)
      const count = (...deeds: string[]) => of.filter(({ What = '' }) => deeds.includes(What)).length
      return (
        count('Wrote to requester', 'Rang requester') !== timesIn(story.messages) ||
        count('Requester asked again') !== timesIn(story.chases) ||
        count('Opened again') !== story.reopened ||
        count('Passed on') !== Number(story.redirected_at !== null) ||
        of.length !== story.contacts
      )
    })
    expect(wrong).toEqual([])
  })

  test('each went from hand to hand as often as it says', () => {
    const wrong = wrongOnes(({ id }, of) => {
      const owners = of.flatMap((line) => names.get(line['Owner then'] ?? '') ?? [])
      const turns = owners.filter((owner, i) => owner !== owners[i - 1])
      return Math.max(0, turns.length - 1) !== storyOf(id).handoffs
    })
    expect(wrong).toEqual([])
  })
})
