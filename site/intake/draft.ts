import { type Filling, fillingOf } from './filling.ts'

const key = 'escalation-draft'

/** Where a draft is kept: the storage of the tab, or null where the browser has none. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null

/** What `use` gives, or null where the storage is closed, full or private. */
function attempt<Result>(use: () => Result): Result | null {
  try {
    return use()
  } catch {
    return null
  }
}

/** The storage that `open` gives, if a draft can be kept in it at all. */
export function drawerOf(open: () => Storage): Drawer {
  const drawer = attempt(open)
  const isUsable = attempt(() => {
    drawer?.setItem(`${key}-try`, '1')
    drawer?.removeItem(`${key}-try`)
    return drawer !== null
  })
  return isUsable ? drawer : null
}

export const keepDraft = (drawer: Drawer, filling: Filling): void => {
  attempt(() => drawer?.setItem(key, JSON.stringify(filling)))
}

/** The draft that was kept; null where there is none, or what stands there is none. */
export function readDraft(drawer: Drawer): Filling | null {
  const given: unknown = attempt(() => JSON.parse(drawer?.getItem(key) ?? 'null'))
  return typeof given === 'object' && given !== null && !Array.isArray(given)
    ? fillingOf(given as Record<string, unknown>)
    : null
}

export const clearDraft = (drawer: Drawer): void => {
  attempt(() => drawer?.removeItem(key))
}
