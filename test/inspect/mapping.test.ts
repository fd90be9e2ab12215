import { describe, expect, test } from 'vitest'
import { canonicalColumns } from '../../etl/formats/canonical.ts'
import { loadFormats, loadHints } from '../../etl/formats/index.ts'
import { aliasesOf } from '../../etl/inspect/aliases.ts'
import { guessColumns, type Kind, missingOf } from '../../etl/inspect/mapping.ts'
import { meanings } from '../../etl/inspect/meanings.ts'
import { guessValues } from '../../etl/inspect/values-guess.ts'

const formats = await loadFormats()
const hints = await loadHints()
const aliases = aliasesOf([...formats.values()], [...hints.values()])
const ticket: Kind = { entity: 'ticket', grain: 'item' }
const change: Kind = { entity: 'ticket', grain: 'event' }
const escalation: Kind = { entity: 'escalation', grain: 'item' }
const guessed = (header: readonly string[], kind: Kind) =>
  Object.fromEntries(guessColumns(header, aliases, kind).map(({ column, header: name }) => [column, name]))

describe('headers are taken for', () => {
  test.each([
    ['a list of tickets', ticket, ['Ticket number', 'Date raised', 'Handler', 'State'], { id: 'Ticket number', opened_at: 'Date raised', owner: 'Handler', status: 'State' }],
    ['a list of escalations', escalation, ['Ticket number', 'Ref', 'Created'], { ticket_id: 'Ticket number', id: 'Ref', received_at: 'Created' }],
    ['escalations that have no number of their own', escalation, ['Ticket number', 'Date'], { ticket_id: 'Ticket number', id: 'Ticket number', received_at: 'Date' }],
    ['a log of changes', change, ['ID', 'Updated', 'Status'], { id: 'ID', at: 'Updated', status: 'Status' }],
    ['a list that says when a row last changed', ticket, ['ID', 'Opened', 'Updated'], { id: 'ID', opened_at: 'Opened', updated_at: 'Updated' }],
    ['one of them where two would do', ticket, ['ID', 'Owner', 'Assignee', 'Opened'], { id: 'ID', owner: 'Owner', opened_at: 'Opened' }],
    ['what they resemble', ticket, ['ID', 'Opened', 'Asignment group'], { id: 'ID', opened_at: 'Opened', team: 'Asignment group' }],
    ['nothing, where they are strange', ticket, ['Wibble', '', '###'], {}],
  ])('%s', (_, kind, header, expected) => expect(guessed(header, kind)).toEqual(expected)) // biome-ignore format: a table

  test('each is used once, however many mean the same', () => {
    const found = guessColumns(['Owner', 'owner', 'OWNER'], aliases, ticket)
    expect(found.map(({ cell }) => cell)).toEqual([0])
  })

  test('required columns that nobody names are missing', () => {
    expect(missingOf(guessColumns(['Owner'], aliases, change), change)).toEqual(['id', 'at'])
  })

  test('every canonical column has its meaning in words', () => {
    expect(canonicalColumns.filter((column) => meanings[column].length < 8)).toEqual([])
  })
})

describe('a word of a status', () => {
  const meaning = (word: string) => guessValues('status', new Map([[word, 1]]), { formats }, null)[0]?.meaning

  test.each([
    ['that formats know means what they say', 'Resolved', 'resolved'],
    ['that is canonical means itself', 'in_progress', 'in_progress'],
    ['that resembles one that is known means nothing', 'resolved!', null],
    ['that is a code means something else in every tool', '6', null],
    ['that nobody knows means nothing', 'With supplier', null],
  ])('%s', (_, word, expected) => expect(meaning(word)).toBe(expected))
})
