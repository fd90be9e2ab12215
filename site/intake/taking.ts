/** The ways to take the message from the page. */
import { one } from './elements.ts'

export type Way = 'mail' | 'copy' | 'file'

/** Is told which way was used, and whether that is all: a message that cannot be copied is first to be copied by hand. */
export type Taken = (way: Way, isDone: boolean) => void

function copiedByHand(): HTMLElement {
  const link = document.createElement('a')
  link.href = '#end'
  link.textContent = 'I have copied it'
  return link
}

function offerToCopyByHand(text: HTMLTextAreaElement, status: HTMLElement): void {
  one('[data-whole]', HTMLDetailsElement).open = true
  text.focus()
  text.select()
  const words = 'Copying is not allowed here. The message is selected below: copy it by hand. '
  status.replaceChildren(words, copiedByHand())
}

async function copy(take: Taken): Promise<void> {
  const text = one('#whole-message', HTMLTextAreaElement)
  const status = one('[data-copy-status]', HTMLElement)
  status.replaceChildren()
  try {
    await navigator.clipboard.writeText(text.value)
    take('copy', true)
  } catch {
    take('copy', false)
    offerToCopyByHand(text, status)
  }
}

/** Listens to the ways that the review offers. */
export function offerWays(take: Taken): void {
  one('[data-way="copy"]', HTMLElement).addEventListener('click', () => void copy(take))
  // after the browser has followed the link
  for (const way of ['mail', 'file'] as const)
    one(`[data-way="${way}"]`, HTMLElement).addEventListener('click', () => setTimeout(() => take(way, true)))
}
