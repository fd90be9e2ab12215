/** A job that has stopped rebuilds nothing: the page says by itself that the update which was due has not come. */

/** A night may take a while. */
const graceMilliseconds = 2 * 3_600_000

for (const notice of document.querySelectorAll<HTMLElement>('[data-due]')) {
  notice.hidden = Date.now() <= Date.parse(notice.dataset.due ?? '') + graceMilliseconds
}
