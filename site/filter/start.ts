/** Filters at work: the address and the form lead, the page follows. */
import { choose, isSame } from './choose.ts'
import type { Form } from './form.ts'
import type { Load } from './load.ts'
import type { Painted } from './opening.ts'
import { readQuery, writeQuery } from './query.ts'
import type { FilterSpec } from './spec.ts'
import { type FilterState, failed, nothingAsked } from './state.ts'
import { filteredView } from './view.ts'
import { statusOf } from './words.ts'

export type Effects = {
  form: Form
  page: Painted
  load: Load
  /** The query of the address as it is now. */
  search: () => string
  /** A new address in the history. */
  push: (search: string) => void
  /** Called once a state is shown. */
  shown: (state: FilterState) => void
}

export type Filters = {
  /** The reader set a field of the form. */
  choose: (field: string, option: string) => Promise<void>
  clear: () => Promise<void>
  /** Shows what the address asks for. */
  follow: () => Promise<void>
}

/** Filters of one page. Of several choices in a row only the last is shown. */
export const filtersOf = (spec: FilterSpec, effects: Effects): Filters => {
  const { form, page, load } = effects
  let state = nothingAsked
  let turn = 0

  const paint = async (next: FilterState): Promise<string | null> => {
    if (isSame(next, nothingAsked)) {
      form.hold(page.restore)
      return statusOf(spec, next, null)
    }
    const mine = turn
    const cells = await load(next.filter)
    if (mine !== turn) return null
    const view = filteredView(spec, next, cells)
    form.hold(() => page.show(view))
    return statusOf(spec, next, view)
  }
  const giveUp = (): string => {
    state = nothingAsked
    form.set(state)
    form.hold(page.restore)
    return failed
  }
  const show = async (next: FilterState, words: readonly string[]): Promise<void> => {
    const mine = ++turn
    state = next
    form.set(next)
    const status = await paint(next).catch(() => (mine === turn ? giveUp() : null))
    if (mine !== turn || status === null) return
    form.say([...words, status])
    effects.shown(state)
  }
  const ask = async (next: FilterState, words: readonly string[]): Promise<void> => {
    if (isSame(next, state)) {
      form.set(state)
      if (words.length > 0) form.say(words)
      return
    }
    const to = writeQuery(effects.search(), next)
    if (to !== effects.search()) effects.push(to)
    await show(next, words)
  }
  return {
    choose: (field, option) => {
      const { state: next, words } = choose(state, field, option, spec)
      return ask(next, words)
    },
    clear: () => ask(nothingAsked, []),
    follow: async () => {
      const { state: next, words } = readQuery(effects.search(), spec)
      if (!isSame(next, state)) await show(next, words)
      else if (words.length > 0) form.say(words)
    },
  }
}
