import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { releaseFiles } from '../../data/contract.ts'
import { openIn } from './fields.ts'
import { freeKeys, publishedTexts } from './published-texts.ts'

const open = releaseFiles.flatMap(({ name, schema }) => openIn(schema, name))
const pathsOf = (...kinds: readonly string[]): string[] =>
  [...new Set(open.filter(({ what }) => kinds.includes(what)).map(({ path }) => path))].sort()

describe('of what a release may hold', () => {
  test('every object lists its fields, and nothing may be anything', () => {
    expect(pathsOf('loose object', 'anything')).toEqual([])
  })

  test('no key is free but those of value maps', () => {
    expect(pathsOf('free key')).toEqual(freeKeys)
  })

  test('every text that anything may stand in has its reason', () => {
    const [texts, reasons] = [pathsOf('free text', 'free key'), [...publishedTexts.keys()]]
    expect(texts.filter((path) => !reasons.includes(path))).toEqual([])
    expect(reasons.filter((path) => !texts.includes(path))).toEqual([])
    expect(publishedTexts.size).toBeGreaterThan(80)
  })

  test('each file has a name of its own', () => {
    const names = ['manifest.json', 'measures/a-b.json', 'cells/index.json', 'cells/0035o3b1toouc9.json']
    for (const name of names) expect(releaseFiles.filter(({ pattern }) => pattern.test(name))).toHaveLength(1)
    for (const name of [
      'owners.json',
      'measures/A.json',
      'cells/../x.json',
      'operations/mail.json',
      'x/manifest.json',
    ])
      expect(releaseFiles.filter(({ pattern }) => pattern.test(name))).toEqual([])
  })
})

describe('what a schema leaves open is found:', () => {
  const cases: [string, z.ZodType, string[]][] = [
    ['an object that takes more fields', z.object({ a: z.int() }), ['loose object x']],
    ['one that asks for what it takes', z.looseObject({}), ['loose object x']],
    ['a text', z.strictObject({ a: z.string().min(1).max(9) }), ['free text x.a']],
    ['a text deep within', z.array(z.strictObject({ a: z.tuple([z.int(), z.string().nullable()]) }).optional()), ['free text x[].a[1]']],
    ['one of several', z.union([z.int(), z.string(), z.null()]), ['free text x']],
    ['a text that hardly anything is asked of', z.string().regex(/^[\w .@,-]+$/), ['free text x']],
    ['an address', z.email(), ['free text x']],
    ['a record', z.record(z.string(), z.int()), ['free key x']],
    ['what a record holds', z.record(z.enum(['a']), z.string()), ['free text x.*']],
    ['what may be anything', z.strictObject({ a: z.unknown(), b: z.any() }), ['anything x.a', 'anything x.b']],
    ['what a function judges', z.custom(() => true), ['anything x']],
    ['what is made of something else', z.string().transform((text) => text), ['anything x']],
    ['a list of any length', z.tuple([z.int()]).rest(z.string()), ['anything x']],
    ['nothing of numbers, closed lists, days and times', z.strictObject({ a: z.int(), b: z.enum(['x']), c: z.iso.date(), d: z.iso.datetime(), e: z.literal('x'), f: z.boolean() }), []],
    ['nothing of a narrow text', z.string().regex(/^[0-9a-f]{64}$/), []],
  ] // biome-ignore format: a table
  test.each(cases)('%s', (_, schema, found) => {
    expect(openIn(schema, 'x').map(({ what, path }) => `${what} ${path}`)).toEqual(found)
  })
})
