/** Small pieces of a page. */

/** An element with a class and words. */
export const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  words = '',
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name)
  if (className !== '') element.className = className
  element.textContent = words
  return element
}

/** What an element holds, to be put back. */
export const contentOf = (element: Element): (() => void) => {
  const nodes = [...element.childNodes]
  return () => element.replaceChildren(...nodes)
}

const textsIn = (root: Element): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text)
  return texts
}

/** Puts one name in place of another in the words below an element, and in the labels of what is labelled. */
export const rename = (root: Element, from: string, to: string): void => {
  for (const element of root.querySelectorAll(`[aria-label]`)) {
    element.ariaLabel = element.ariaLabel?.replace(from, () => to) ?? null
  }
  for (const part of root.querySelectorAll('.reading-buttons, summary, caption, [data-csv]')) {
    for (const text of textsIn(part)) text.data = text.data.replace(from, () => to)
  }
}
