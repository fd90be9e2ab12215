/** The parts of the page that change, and what is done with them. */
import type { Setting } from './setting.ts'

export type CheckPage = {
  setting: Setting
  begin: (words: string) => void
  /** How much is done, from 0 to 1. */
  progress: (share: number, words: string) => void
  end: (words: string) => void
  clear: () => void
  add: (result: HTMLElement) => void
  replace: (at: number, result: HTMLElement) => void
  focusOn: (at: number) => void
  onFiles: (heard: (files: readonly File[]) => void) => void
  onSource: (heard: (at: number, source: string) => void) => void
  onStop: (heard: () => void) => void
}

const found = <Kind extends Element>(root: ParentNode, selector: string, kind: new () => Kind): Kind => {
  const element = root.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`)
  return element
}

/** A file dropped beside the place for it would replace the page. */
const listenToDrops = (place: HTMLElement, heard: (files: readonly File[]) => void): void => {
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault()
    place.toggleAttribute('data-over', isOver && place.contains(event.target as Node))
  }
  document.addEventListener('dragover', over(true))
  document.addEventListener('dragleave', over(false))
  document.addEventListener('drop', (event) => {
    over(false)(event)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) heard(files)
  })
}

export const checkPage = (root: ParentNode): CheckPage => {
  const place = found(root, '[data-check]', HTMLElement)
  const field = found(place, 'input[type=file]', HTMLInputElement)
  const status = found(place, '[role=status]', HTMLElement)
  const working = found(place, '[data-working]', HTMLElement)
  const bar = found(working, 'progress', HTMLProgressElement)
  const done = found(working, '[data-done]', HTMLElement)
  const stop = found(working, 'button', HTMLButtonElement)
  const results = found(root, '[data-results]', HTMLElement)
  const island = found(root, 'script[type="application/json"]', HTMLScriptElement)
  const resultAt = (at: number): Element | null => results.children.item(at)
  return {
    setting: JSON.parse(island.textContent ?? '') as Setting,
    begin: (words) => {
      status.textContent = words
      working.hidden = false
    },
    progress: (share, words) => {
      bar.value = share
      done.textContent = words
    },
    end: (words) => {
      working.hidden = true
      status.textContent = words
    },
    clear: () => results.replaceChildren(),
    add: (result) => results.append(result),
    replace: (at, result) => resultAt(at)?.replaceWith(result),
    focusOn: (at) => resultAt(at)?.querySelector('h2')?.focus(),
    onFiles: (heard) => {
      field.addEventListener('change', () => {
        const files = [...(field.files ?? [])]
        // so that the same file can be chosen once more when it was mended
        field.value = ''
        if (files.length > 0) heard(files)
      })
      listenToDrops(place, heard)
    },
    onSource: (heard) =>
      results.addEventListener('submit', (event) => {
        event.preventDefault()
        const form = event.target as HTMLFormElement
        heard(Number(form.dataset.readAs), String(new FormData(form).get('source')))
      }),
    onStop: (heard) => stop.addEventListener('click', heard),
  }
}
