/** The lists grow old while nobody publishes new ones: the page itself says so, and marks what fell due since. */
import { ago } from '../sentences/list-age.ts'
import { filled } from '../tables/table.ts'
import { tellFallen } from './fallen.ts'

const minute = 60_000

const tellAge = (notice: HTMLElement, now: number): void => {
  const { knownUntil = '', oldFrom = '' } = notice.dataset
  const age = notice.querySelector('[data-age]')
  notice.hidden = !(now > Date.parse(oldFrom))
  if (age !== null) age.textContent = ago(now - Date.parse(knownUntil))
}

const look = (): void => {
  const now = Date.now()
  for (const notice of document.querySelectorAll<HTMLElement>('[data-old-from]')) tellAge(notice, now)
  tellFallen(document, now)
}

look()
setInterval(look, minute)
document.addEventListener('visibilitychange', look)
document.addEventListener(filled, look)
