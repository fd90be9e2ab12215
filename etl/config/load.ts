import { join } from 'node:path'
import type { Format } from '../formats/format.ts'
import { loadFormats } from '../formats/index.ts'
import { parseDuration } from './duration.ts'
import { ConfigError, type Fault } from './errors.ts'
import { deepFreeze } from './freeze.ts'
import { meaningFaults } from './meaning.ts'
import { type RawSettings, settingsSchema } from './schema.ts'
import type { Settings } from './settings.ts'
import { shapeFaults } from './shape.ts'
import { resolveSource } from './source.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

const name = 'config.yaml'
/** Where nobody has promised a cadence. */
const usualCadence = '5 business days'
/** Below these an empty value is a mistake; elsewhere it means that nothing is said. */
const exact = new Set(['columns', 'values', 'escalated_when'])

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, exact.has(key) ? part : withoutEmpty(part)]),
  )
}

/** `accent: #1d4f91` without quotes is a comment, and would be no accent at all. */
function unquotedColours({ text, fault }: YamlFile): Fault[] {
  return /^\s+accent:\s+#[0-9a-f]{6}\b/im.test(text)
    ? [fault(['institution', 'accent'], 'without quotes, # begins a comment. Write "#1d4f91" in quotes')]
    : []
}

function resolve(raw: RawSettings, formats: ReadonlyMap<string, Format>): Settings {
  const timed = (words: string) => ({ words, duration: parseDuration(words) })
  return {
    ...raw,
    sources: raw.sources.map((source) => {
      const format = formats.get(source.format)
      if (!format) throw new RangeError(`unknown format ${source.format}`)
      return resolveSource(source, format, {
        timezone: raw.institution.timezone,
        ticketPattern: raw.institution.ticket_number.pattern,
      })
    }),
    targets: raw.targets.map((target) =>
      parseDuration(target.target).kind === 'elapsed' ? target : { ...target, clock: 'business' as const },
    ),
    within: {
      acknowledged: timed(raw.within.acknowledged),
      investigated: timed(raw.within.investigated),
      resolved: timed(raw.within.resolved),
    },
    owner_within: timed(raw.owner_within),
    update_cadence: {
      ...timed(raw.update_cadence ?? usualCadence),
      isYardstick: !raw.update_cadence,
    },
  }
}

async function readConfig(dir: string): Promise<YamlFile & { readonly settings: Record<string, unknown> }> {
  const file = await readYaml(join(dir, name), name)
  const whole = (problem: string): ConfigError =>
    new ConfigError([{ file: name, line: null, path: '', problem }])
  if (file === null) throw whole(`there is none in ${dir}. Write one, or begin with: npm run init -- ${dir}`)
  if (file.data === null) {
    throw whole(`empty. Write institution:, sources: and calendar:, or begin with: npm run init -- ${dir}`)
  }
  if (typeof file.data !== 'object' || Array.isArray(file.data)) {
    throw whole('not a list of settings. Write them as "name: value", beginning with institution:')
  }
  return { ...file, settings: withoutEmpty(file.data) as Record<string, unknown> }
}

/**
 * The checked, frozen settings of the installation in `dir`.
 * @throws ConfigError whose message names every fault by file, line and setting, and says what to write
 */
export async function loadSettings(dir: string): Promise<Settings> {
  const { settings, ...file } = await readConfig(dir)
  const formats = await loadFormats()
  const parsed = settingsSchema.safeParse(settings)
  const shape = parsed.success ? [] : shapeFaults(file.fault, settingsSchema, parsed.error.issues, settings)
  const meaning = [...meaningFaults(file.fault, settings, formats), ...unquotedColours(file)]
  const faults = [...shape, ...meaning.filter(({ path }) => !shape.some((known) => known.path === path))]
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  }
  return deepFreeze(resolve(parsed.data, formats))
}
