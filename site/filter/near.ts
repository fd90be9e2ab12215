/** Which elements are on the screen or close to it. */

export type Near = {
  has: (element: Element) => boolean
  /** Called whenever the element comes near. */
  on: (element: Element, come: () => void) => void
}

/** Watches elements; until it is known, all are near. */
export const nearOf = (): Near => {
  const far = new Set<Element>()
  const comers = new Map<Element, () => void>()
  const watch = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) far.add(target)
      else if (far.delete(target)) comers.get(target)?.()
    }
  }
  const observer = new IntersectionObserver(watch, { rootMargin: '25% 0px' })
  return {
    has: (element) => !far.has(element),
    on: (element, come) => {
      comers.set(element, come)
      observer.observe(element)
    },
  }
}
