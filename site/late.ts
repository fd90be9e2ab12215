/**
 * A job that has stopped rebuilds nothing: the page says by itself that the update which was due has not come. A night
 * that finds nothing new leaves the page as it is and says so in last-good.json, which is asked first.
 */

/** A night may take a while. */
const graceMilliseconds = 2 * 3_600_000
const minute = 60_000

const notices = document.querySelectorAll<HTMLElement>('[data-due]')

const isLate = (notice: HTMLElement): boolean =>
  Date.now() > Date.parse(notice.dataset.due ?? '') + graceMilliseconds

/** When the next update is due by now; null where that cannot be asked. */
const askDue = async (address: string): Promise<string | null> => {
  try {
    const { next_update_due_at: due } = await (await fetch(address, { cache: 'no-store' })).json()
    return typeof due === 'string' ? due : null
  } catch {
    return null
  }
}

/** Has the page say when the next update is due by now. */
const sayDue = async (next_update_due_at: string, { dataset }: HTMLElement): Promise<void> => {
  const { nextUpdate, late } = await import('./sentences/freshness.ts')
  const { known = '', zone = '' } = dataset
  const due = { next_update_due_at, known_until: known, institution: { timezone: zone } }
  for (const next of document.querySelectorAll('[data-next-update]')) next.textContent = nextUpdate(due)
  for (const said of document.querySelectorAll('[data-late]')) said.textContent = late(due)
}

const look = async (notice: HTMLElement): Promise<void> => {
  const { due = '', lastGood = '' } = notice.dataset
  const asked = isLate(notice) ? await askDue(lastGood) : null
  if (asked !== null && asked > due) {
    notice.dataset.due = asked
    await sayDue(asked, notice)
  }
  notice.hidden = !isLate(notice)
}

const lookAll = (): void => {
  for (const notice of notices) look(notice)
}

lookAll()
setInterval(lookAll, minute)
document.addEventListener('visibilitychange', lookAll)

export {}
