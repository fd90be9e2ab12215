import type { Changes } from '../config/changes.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { foldedWords } from '../trends/words/language.ts'

/** The columns of tickets that a change may be said to show in. */
const told = [
  'service',
  'category',
  'subcategory',
  'item',
  'priority',
  'team',
  'department',
  'place',
  'kind',
  'problem',
]

/** The values of a column of tickets. */
async function valuesOf(database: Database, column: string): Promise<Set<string>> {
  const rows = await database.all<{ value: string }>(
    `select distinct ${column} as value from fct_tickets where ${column} is not null`,
  )
  return new Set(rows.map(({ value }) => value))
}

async function affectsWarnings(database: Database, { changes }: Pick<Changes, 'changes'>): Promise<string[]> {
  const warnings: string[] = []
  for (const { date, affects } of changes)
    for (const [column, value] of Object.entries(affects)) {
      if (!told.includes(column))
        warnings.push(
          `changes.yaml, ${date}: affects: nothing can be told by ${column}. Write one of ${told.join(', ')}`,
        )
      else if (!(await valuesOf(database, column)).has(value))
        warnings.push(
          `changes.yaml, ${date}: affects: no ticket has the ${column} "${value}". Write it as the exports do, capitals too`,
        )
    }
  return warnings
}

const promiseWarnings = ({ actions }: Pick<Changes, 'actions'>, promises: readonly string[]): string[] =>
  actions
    .filter(({ promise }) => !promises.includes(promise))
    .map(
      ({ decided_on, promise }) =>
        `changes.yaml, ${decided_on}: promise: there is no "${promise}" in procedure/promises.yaml. Write one of ${promises.join(', ')}`,
    )

const wordWarnings = ({ words }: Settings['recurring']): string[] =>
  words
    .filter((one) => foldedWords(one).length !== 1)
    .map(
      (one) =>
        `config.yaml, recurring.words: "${one}" is not one word of letters, so that no name of an issue can hold it. Write each word by itself`,
    )

async function serviceWarnings(
  database: Database,
  { never_group }: Settings['recurring'],
): Promise<string[]> {
  if (never_group.length === 0) return []
  const services = [...(await valuesOf(database, 'service'))].map((service) => service.toLowerCase())
  return never_group
    .filter((service) => !services.includes(service.toLowerCase()))
    .map(
      (service) =>
        `config.yaml, recurring.never_group: no ticket is of the service "${service}". Write it as the exports do, or its tickets are grouped by what they say`,
    )
}

/** What settings and changes say that no ticket answers to, in sentences. `promises`: the ids that there are. */
export async function unheardWarnings(
  database: Database,
  { recurring }: Pick<Settings, 'recurring'>,
  changes: Pick<Changes, 'changes' | 'actions'>,
  promises: readonly string[],
): Promise<string[]> {
  return [
    ...wordWarnings(recurring),
    ...(await serviceWarnings(database, recurring)),
    ...(await affectsWarnings(database, changes)),
    ...promiseWarnings(changes, promises),
  ]
}
