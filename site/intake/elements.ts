/** The first element that fits, of its kind. Throws where the page has none: then page and script are not of one build. */
export function one<Kind extends HTMLElement>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind {
  const found = within.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`)
  return found
}

/** Scrolls to an element and tells assistive technology of it. */
export function attend(element: HTMLElement): void {
  element.tabIndex = -1
  element.focus()
}
