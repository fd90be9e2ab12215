import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError } from '../config/errors.ts'
import { type Effects, jsonText, replace } from '../effects.ts'
import { foldPerson, keyOf } from './key-of.ts'
import { erasedPerson, namesAny, phraseOf, withoutPersons, wordsOf } from './persons.ts'

const name = '.erased'
const key = z.string().regex(/^[0-9a-f]{32}$/)

/** What is kept of a name that was erased: enough to know it again, and not the name. */
const tombstone = z.strictObject({
  /** Key of the folded name: what requesters are landed as. */
  key,
  /** Key of its words, by which it is found in a text. */
  phrase: key,
  /** How many words those are. */
  words: z.int().positive(),
  erased_at: z.iso.datetime(),
})
const erasedFile = z.strictObject({
  version: z.literal(1),
  /** Key of a constant: another secret is known by it. */
  check: key,
  /** Whether what is set aside and releases from before may still name them; the next night that is published mends it. */
  is_unfinished: z.boolean(),
  /** Whether site builds from before may still stand; the next night that builds sites removes them. */
  is_in_sites: z.boolean().default(false),
  persons: z.array(tombstone),
})
export type Tombstone = z.infer<typeof tombstone>

const pathOf = (installation: string): string => join(installation, name)
const checkOf = (secret: Buffer): string => keyOf(secret, 'the secret of .erased')

const fault = (problem: string): ConfigError =>
  new ConfigError([{ file: name, line: null, path: '', problem }])

function parsed(text: string): z.infer<typeof erasedFile> {
  try {
    return erasedFile.parse(JSON.parse(text))
  } catch {
    throw fault(
      'it is damaged, and it alone knows whom to keep out: restore it from a back-up, and begin no new one',
    )
  }
}

async function standing(installation: string): Promise<z.infer<typeof erasedFile> | null> {
  const text = await readFile(pathOf(installation), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : parsed(text)
}

/** Throws `ConfigError` where persons were erased under another secret (null: none is there): they would come back. */
export async function assertSecretOfErased(installation: string, secret: Buffer | null): Promise<void> {
  const file = await standing(installation)
  if (file === null || (secret !== null && file.check === checkOf(secret))) return
  throw fault(
    'it was written under another secret, by which no erased person would be known again: give the secret of before (ESCALATION_TRENDS_SECRET or .key)',
  )
}

/** Whom an installation has erased, by their keys. */
export class Erased {
  readonly #secret: Buffer
  readonly persons: readonly Tombstone[]
  readonly isUnfinished: boolean
  readonly isInSites: boolean

  constructor(
    secret: Buffer,
    persons: readonly Tombstone[],
    isUnfinished: boolean,
    isInSites = isUnfinished,
  ) {
    this.#secret = secret
    this.persons = persons
    this.isUnfinished = isUnfinished
    this.isInSites = isInSites
  }

  get keys(): string[] {
    return this.persons.map((person) => person.key)
  }
  get phrases(): string[] {
    return this.persons.map(({ phrase }) => phrase)
  }
  /** How many words their names have, each number once. */
  get sizes(): number[] {
    return [...new Set(this.persons.map(({ words }) => words))]
  }
  /** A fingerprint of them all; null where there are none. */
  get mark(): string | null {
    if (this.persons.length === 0) return null
    return createHash('sha256')
      .update([...this.keys].sort().join())
      .digest('hex')
      .slice(0, 16)
  }

  hasPhrase(phrase: string): boolean {
    return this.phrases.includes(phraseKey(this.#secret, phrase))
  }
  /** Whether a text is the name of someone erased, and nothing else. */
  has(person: string): boolean {
    const phrase = phraseOf(person)
    return (
      this.keys.includes(keyOf(this.#secret, foldPerson(person))) || (phrase !== '' && this.hasPhrase(phrase))
    )
  }
  /** Whether a text holds such a name as whole words. */
  names(text: string): boolean {
    return namesAny(text, this.sizes, (phrase) => this.hasPhrase(phrase))
  }
  /** A text without anyone erased. */
  without(text: string): string {
    if (this.persons.length === 0) return text
    if (this.has(text)) return erasedPerson
    return withoutPersons(text, this.sizes, (phrase) => this.hasPhrase(phrase))
  }

  /** With more names, of which each has a letter or a digit; `at` is an ISO instant. What is new is not done yet. */
  and(names: readonly string[], at: string): Erased {
    const fresh = names
      .map((person) => ({
        key: keyOf(this.#secret, foldPerson(person)),
        phrase: phraseKey(this.#secret, phraseOf(person)),
        words: wordsOf(phraseOf(person)),
        erased_at: at,
      }))
      .filter((one, index, all) => all.findIndex((other) => other.key === one.key) === index)
      .filter((one) => !this.keys.includes(one.key))
    return new Erased(this.#secret, [...this.persons, ...fresh], true)
  }

  /** Where what is kept and published may still name them: everywhere, or no more but in the sites. */
  unfinished(is: boolean, isInSites = is): Erased {
    return new Erased(this.#secret, this.persons, is, isInSites)
  }

  async write(installation: string, { disk }: Effects): Promise<void> {
    const { persons, isUnfinished: is_unfinished, isInSites: is_in_sites } = this
    const file = { version: 1, check: checkOf(this.#secret), is_unfinished, is_in_sites, persons }
    const path = pathOf(installation)
    await replace(disk, path, jsonText(file), 0o600)
  }
}

const phraseKey = (secret: Buffer, phrase: string): string => keyOf(secret, `words ${phrase}`)

/** Whom the installation has erased. Throws `ConfigError` where that cannot be told. */
export async function readErased(installation: string, secret: Buffer): Promise<Erased> {
  await assertSecretOfErased(installation, secret)
  const file = await standing(installation)
  return new Erased(secret, file?.persons ?? [], file?.is_unfinished ?? false, file?.is_in_sites ?? false)
}
