/** A job that has stopped rebuilds nothing: the page says by itself that the update which was due has not come. */

/** A night may take a while. */
const graceMilliseconds = 2 * 3_600_000
const minute = 60_000

const notices = document.querySelectorAll<HTMLElement>('[data-due]')
const look = (): void => {
  for (const notice of notices)
    notice.hidden = Date.now() <= Date.parse(notice.dataset.due ?? '') + graceMilliseconds
}

look()
setInterval(look, minute)
document.addEventListener('visibilitychange', look)

export {}
