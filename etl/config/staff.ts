import type { Settings } from './settings.ts'

/** The addresses, in lower case, under which people who work here are known: who writes from one of them answers. */
export const staffOf = ({ people }: Settings): ReadonlySet<string> =>
  new Set(
    people
      .filter(({ shared, system }) => !shared && !system)
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((alias) => alias.includes('@'))
      .map((alias) => alias.toLowerCase()),
  )
