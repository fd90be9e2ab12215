import { didYouMean } from '../../data/shared/near.ts'
import type { Format } from '../formats/format.ts'
import { checkColumns, checkValues, type SourceCheck } from './column-checks.ts'
import { compile, groupCount } from './pattern.ts'
import type { FaultAt } from './shape.ts'
import { kindOf, requiredColumns } from './source.ts'
import type { RawSource } from './source-schema.ts'
import { zoneProblem } from './zone.ts'

type Faults = ReturnType<FaultAt>[]

const quoted = (words: Iterable<string>): string => [...words].map((word) => `"${word}"`).join(', ')

const checkKind: SourceCheck = (fault, source, format) => {
  if (format.name === 'table') {
    const missing = (['entity', 'grain'] as const).filter(
      (key) => source[key] === undefined && !(key === 'grain' && source.entity === 'message'),
    )
    const hint = {
      entity: 'ticket, escalation or message',
      grain: 'item (a row an item) or event (a row a change)',
    }
    return missing.map((key) => fault([key], `missing: a table has none of its own. Write ${hint[key]}`))
  }
  const differs = source.grain !== undefined && source.grain !== format.grain
  const problem = `the format "${format.name}" has a row an ${format.grain}. Leave this line out`
  return differs ? [fault(['grain'], problem)] : []
}

const checkRequired: SourceCheck = (fault, source, format) => {
  if (format.name === 'table' && (!source.entity || (!source.grain && source.entity !== 'message'))) return []
  const mapped = { ...format.columns, ...source.columns }
  return requiredColumns(kindOf(source, format))
    .filter((column) => mapped[column] === undefined)
    .map((column) =>
      fault(['columns'], `${column} is not mapped. Write ${column}: "the header of its column"`),
    )
}

const checkExportTime: SourceCheck = (fault, { exported_at }) => {
  if (exported_at === undefined || !('filename' in exported_at)) return []
  const compiled = compile(exported_at.filename)
  const path = ['exported_at', 'filename']
  if ('problem' in compiled) return [fault(path, compiled.problem)]
  const count = groupCount(exported_at.filename)
  const hint = String.raw`Put the date in one pair of brackets: '(\d{4}-\d{2}-\d{2})'`
  return count === 1 ? [] : [fault(path, `has ${count} groups. ${hint}`)]
}

const checkEscalatedWhen: SourceCheck = (fault, source, format) => {
  if (source.escalated_when === undefined) return []
  const { entity, grain } = kindOf(source, format)
  const { at, ...when } = source.escalated_when
  const columns = Object.keys(when)
  const path = ['escalated_when']
  const problems: Faults = []
  if (entity !== 'ticket') problems.push(fault(path, `only tickets escalate; this source holds ${entity}s`))
  if (columns.length !== 1) {
    problems.push(fault(path, `names ${columns.length} columns. Write one: { team: "(2nd|3rd)$" }`))
  }
  if (at !== undefined && grain === 'event') {
    problems.push(fault([...path, 'at'], 'a row of grain event has its own time. Take this out'))
  }
  for (const column of columns) {
    const compiled = compile(when[column] ?? '')
    if ('problem' in compiled) problems.push(fault([...path, column], compiled.problem))
  }
  return problems
}

const checkMail: SourceCheck = (fault, source, format) => {
  const given = (['addresses', 'staff_domains', 'staff_addresses'] as const).filter(
    (key) => source[key] !== undefined,
  )
  if (kindOf(source, format).entity !== 'message') {
    return given.map((key) => fault([key], 'is for messages only. Take it out'))
  }
  return source.addresses === undefined
    ? [fault(['addresses'], 'missing. Write the addresses of the mailbox as a list')]
    : []
}

const checks = [
  checkKind,
  checkRequired,
  checkColumns,
  checkValues,
  checkExportTime,
  checkEscalatedWhen,
  checkMail,
]

function filesProblem(files: string): string | null {
  if (files.includes('\\')) return `"${files}": write folders with "/"`
  const isOutside = files.startsWith('/') || files.split('/').includes('..')
  return isOutside ? `"${files}" lies outside inbox/. Write a path below it, such as "tickets/*.csv"` : null
}

/** What a source says that cannot be. */
export function sourceFaults(
  fault: FaultAt,
  source: RawSource,
  formats: ReadonlyMap<string, Format>,
): Faults {
  const format = formats.get(source.format)
  const zone = source.timezone === undefined ? null : zoneProblem(source.timezone)
  const files = filesProblem(source.files)
  const unknown = `unknown format "${source.format}".${didYouMean(source.format, formats.keys())} Built in: ${quoted(formats.keys())}`
  return [
    ...(files === null ? [] : [fault(['files'], files)]),
    ...(zone === null ? [] : [fault(['timezone'], zone)]),
    ...(format ? checks.flatMap((check) => check(fault, source, format)) : [fault(['format'], unknown)]),
  ]
}

/** A name that two sources have, or files that two of them read: the second would never be asked. */
export function repeatedSources(fault: FaultAt, sources: unknown): Faults {
  const stated = (Array.isArray(sources) ? sources : []) as ({ name?: unknown; files?: unknown } | null)[]
  return stated.flatMap((source, index) =>
    (['name', 'files'] as const).flatMap((key) => {
      const value = source?.[key]
      const first = stated.findIndex((other) => value !== undefined && other?.[key] === value)
      if (first < 0 || first >= index) return []
      const problem =
        key === 'name'
          ? `there are two sources "${value}". Give each its own name`
          : `"${value}" is already read as sources[${first}]. Keep one of the two`
      return [fault(['sources', index, key], problem)]
    }),
  )
}
