import { join } from 'node:path'
import type { Benched } from './bench.ts'
import { child, type Told, withInstallation } from './children.ts'
import { deskConfig, writeDesk } from './desk.ts'
import { table } from './markdown.ts'
import type { Statement } from './profile-alone.ts'

interface Profile extends Told {
  readonly night: number
  readonly once: number
  readonly statements: readonly Statement[]
}

/** What no plan tells of: rows that are read out, files, and what is done to tables. */
const outside = 'rows read out, files'
/** Statements below these are told together. */
const shown = 25
const sum = (values: readonly number[]): number => values.reduce((soFar, value) => soFar + value, 0)
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

/** The statements of one file together. */
function byName(statements: readonly Statement[]): Statement[] {
  return [...Map.groupBy(statements, ({ name }) => name)]
    .map(([name, same]) => ({ name, cpu: sum(same.map(({ cpu }) => cpu)), kinds: kindsOf(same) }))
    .sort((a, b) => b.cpu - a.cpu)
}

/** Processor time by what operators do: the profiler's seconds, as parts of what the statement took. */
function kindsOf(statements: readonly Statement[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { cpu, kinds } of statements) {
    const whole = sum(Object.values(kinds))
    if (whole === 0) sums[outside] = (sums[outside] ?? 0) + cpu
    else
      for (const [kind, seconds] of Object.entries(kinds))
        sums[kind] = (sums[kind] ?? 0) + (cpu * seconds) / whole
  }
  return sums
}

const inOrder = (kinds: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(kinds).sort(([, a], [, b]) => b - a)

/** Where the time of a first night over so many tickets goes, and what can be done in no less. */
export const benchProfile = (tickets: number): Promise<Benched> =>
  withInstallation(deskConfig, async (dir) => {
    await writeDesk(dir, tickets)
    const alone = await child('by-hand.ts', join(dir, 'inbox', 'tickets.csv'), 'item')
    const { statements, once, night } = (await child('profile-alone.ts', dir)) as Profile
    const named = byName(statements)
    const whole = sum(named.map(({ cpu }) => cpu))
    const lines = [
      `The first night over ${tickets.toLocaleString('en-GB')} tickets, ${whole.toFixed(0)} s of processor time in ${statements.length} statements (under the profiler, which itself takes some).`,
      '',
      ...table(
        ['by what is done', 's', 'of all'],
        inOrder(kindsOf(statements)).map(([kind, cpu]) => [kind, cpu.toFixed(1), share(cpu, whole)]),
      ),
      ...table(
        ['by statement', 's', 'of all', 'most of it'],
        named.slice(0, shown).map(({ name, cpu, kinds }) => [
          name,
          cpu.toFixed(1),
          share(cpu, whole),
          inOrder(kinds)
            .slice(0, 2)
            .map(([kind, seconds]) => `${kind} ${share(seconds, cpu)}`)
            .join(', '),
        ]),
      ),
      `All ${named.length - shown} others: ${share(sum(named.slice(shown).map(({ cpu }) => cpu)), whole)}.`,
      '',
      `The floor: to read the file and group it by week takes DuckDB ${alone.seconds.toFixed(1)} s, and to write every table that stands in the end once, from where it stands, ${once.toFixed(1)} s; the night took ${night.toFixed(0)} s.`,
    ]
    return { lines, figures: { whole, once, night, alone: alone.seconds, statements: named } }
  })
