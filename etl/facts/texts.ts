import { type Bindings, type Database, VARCHAR } from '../db/database.ts'
import { Grouping, rulesVersion } from '../trends/words/grouping.ts'
import { Language } from '../trends/words/language.ts'
import { synonyms } from '../trends/words/synonyms.ts'
import { vocabulary } from '../trends/words/vocabulary.ts'

const rowsInBatch = 4_096

type Text = { readonly text: string; readonly first_at: number }
type Place = { readonly place: string; readonly first_at: number }

/** Each text once, in the order in which tickets came with it: by (opened_at, id). */
const textsInOrder = `
  select d.subject as text, epoch_ms(min(t.opened_at))::double as first_at
  from fct_tickets as t
  join stg_descriptions as d on d.item_kind = 'ticket' and d.item_id = t.ticket_id
  where d.subject is not null
  group by d.subject
  order by min({opened_at: t.opened_at, ticket_id: t.ticket_id})`

/** Places, in the order in which they were first heard of. */
const placesInOrder = `
  select place, epoch_ms(min(opened_at))::double as first_at
  from fct_tickets
  where place is not null
  group by place
  order by min(opened_at), place`

const listOf = (value: Bindings[string] | undefined): readonly string[] => (Array.isArray(value) ? value : [])

const languageOf = (bindings: Bindings): Language =>
  new Language(
    [...vocabulary, ...listOf(bindings.recurring_words)],
    [...synonyms, ...listOf(bindings.recurring_synonyms).map((words) => JSON.parse(words) as string[])],
  )

/** Reads texts in their order, by the places that were known when each first came. */
function reader(language: Language, places: readonly Place[]) {
  let known = 0
  return ({ text, first_at }: Text) => {
    for (; (places[known]?.first_at ?? Number.POSITIVE_INFINITY) <= first_at; known++)
      language.learnPlace((places[known] as Place).place)
    return language.wordsOf(text)
  }
}

/**
 * Makes the table `stg_grouped_texts`: each text that tickets came with (`text`), the fingerprint of the one that founded
 * its issue (`founder`; null where it says nothing), and its ordinary words, as they are shown, in their order and
 * parted by blanks (`words`). Reads `fct_tickets` and `stg_descriptions`. Resolves to what `stg_texts` is made with besides.
 */
export async function groupTexts(database: Database, bindings: Bindings): Promise<Bindings> {
  await database.run('create temp table stg_grouped_texts (text varchar, founder varchar, words varchar)')
  const texts = await database.all<Text>(textsInOrder)
  const language = languageOf(bindings)
  const wordsOf = reader(language, await database.all<Place>(placesInOrder))
  const grouping = new Grouping(language)
  const appender = await database.appender('stg_grouped_texts', [VARCHAR, VARCHAR, VARCHAR])
  for (let from = 0; from < texts.length; from += rowsInBatch) {
    const batch = texts.slice(from, from + rowsInBatch)
    const words = batch.map(wordsOf)
    const groups = words.map((found) => grouping.add(found))
    appender.append([
      batch.map(({ text }) => text),
      groups.map((group) => (group === null ? null : grouping.founderOf(group))),
      words.map((found) => found.flatMap((one) => language.shownOf(one) ?? []).join(' ')),
    ])
  }
  appender.close()
  return { rules_version: rulesVersion }
}
