import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import type { Erased } from './erased.ts'

/** Whether the text of a row, words as they stand in its cells, names someone erased. */
export const namesErased = (text: string): string =>
  `list_has_any(list_transform(phrases_of(words_of(${text}), getvariable('erased_sizes')), lambda phrase: keyed('words ' || phrase)), getvariable('erased_phrases'))`

/** Gives the connection the names that `namesErased` looks for. */
export async function holdErased({ sizes, phrases }: Erased, database: Database): Promise<void> {
  await database.run('set variable erased_sizes = $sizes::integer[]', { sizes: sizes.map(String) })
  await database.run('set variable erased_phrases = $phrases', { phrases })
}

/**
 * Takes the records that name an erased person out of a file of quarantine/rows/, in place and in one step. Resolves to
 * how many those were.
 */
export async function eraseRejects(
  path: string,
  erased: Erased,
  database: Database,
  { disk }: Effects,
): Promise<number> {
  if (erased.persons.length === 0) return 0
  await holdErased(erased, database)
  const rows = `from read_parquet('${path.replaceAll("'", "''")}')`
  const naming = namesErased('text_in_json(cells)')
  const [found] = await database.all<{ n: number }>(`select count(*)::integer as n ${rows} where ${naming}`)
  if (!found?.n) return 0
  await database.copy(`select * ${rows} where (${naming}) is not true order by record`, `${path}.new`)
  await disk.seal(`${path}.new`)
  await disk.move(`${path}.new`, path)
  return found.n
}
