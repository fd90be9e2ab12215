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

const look = async (notice: HTMLElement): Promise<void> => {
  const { due = '', lastGood = '', zone = '' } = notice.dataset
  const asked = isLate(notice) ? await askDue(lastGood) : null
  if (asked !== null && asked > due) {
    notice.dataset.due = asked
    const { nextUpdate } = await import('./sentences/freshness.ts')
    const sentence = nextUpdate({ next_update_due_at: asked, institution: { timezone: zone } })
    for (const next of document.querySelectorAll('[data-next-update]')) next.textContent = sentence
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
