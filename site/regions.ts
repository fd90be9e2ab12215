/** What scrolls is a stop of the keyboard; what fits is none, so that a page of tables is not a page of stops. */

const fits = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean =>
  scrollWidth <= clientWidth && scrollHeight <= clientHeight

const look = (region: Element): void => {
  if (fits(region)) region.removeAttribute('tabindex')
  else region.setAttribute('tabindex', '0')
}

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) look(target.closest('[data-region]') ?? target)
})

/** Looks after a region and what is in it now. */
export const watchRegion = (region: Element): void => {
  observer.observe(region)
  for (const child of region.children) observer.observe(child)
}

for (const region of document.querySelectorAll('[data-region]')) watchRegion(region)
