/** The fields of the page ↔ a filling. */
import { type FieldName, type Filling, fieldNames, fillingOf } from './filling.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement

export const readFields = (form: HTMLFormElement): Filling =>
  fillingOf(Object.fromEntries(new FormData(form)))

/** The control of a field; of radio buttons the first. */
export function controlOf(form: HTMLFormElement, name: FieldName): Control | null {
  const control = form.querySelector(`[name="${name}"]`)
  return isControl(control) ? control : null
}

const radiosOf = (list: RadioNodeList): HTMLInputElement[] =>
  [...list].filter((one) => one instanceof HTMLInputElement)

function fill(form: HTMLFormElement, name: FieldName, value: string | boolean): void {
  const item = form.elements.namedItem(name)
  if (item instanceof RadioNodeList) for (const radio of radiosOf(item)) radio.checked = radio.value === value
  else if (item instanceof HTMLInputElement && item.type === 'checkbox') item.checked = value === true
  else if (isControl(item)) item.value = String(value)
}

/** Fills a field as if it had been typed. */
export function putInto(form: HTMLFormElement, name: FieldName, value: string): void {
  fill(form, name, value)
  form.dispatchEvent(new Event('input'))
}

export function writeFields(form: HTMLFormElement, filling: Filling): void {
  for (const name of fieldNames) fill(form, name, filling[name])
}

/** Opens what is folded or left out around a field, so that it can be seen. */
export function uncover(control: HTMLElement): void {
  const fold = control.closest('details')
  if (fold) fold.open = true
}
