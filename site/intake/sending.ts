/** The review as it stands on the page, and the ways to take the message from it. */

import { mail } from '../links.ts'
import type { Answers } from './check.ts'
import { type Device, isHandheld } from './device.ts'
import { one } from './elements.ts'
import { draftAddress, draftName } from './eml.ts'
import { isTooLong, mailAddress, mostCharactersInAddress } from './mailto.ts'
import { type Message, messageOf } from './message.ts'
import { type ReviewRow, reviewOf } from './review.ts'

function rowOf({ label, value, field, changed }: ReviewRow): HTMLElement {
  const row = document.createElement('div')
  const [term, said, change] = ['dt', 'dd', 'dd'].map((name) => document.createElement(name))
  const link = document.createElement('a')
  link.href = `#${field}`
  link.textContent = `Change ${changed}`
  term?.append(label)
  said?.append(value || 'Not told')
  change?.append(link)
  row.append(...[term, said, change].filter((part) => part !== undefined))
  return row
}

function offerMail(page: ParentNode, message: Message): void {
  const address = mailAddress(message)
  const isLong = isTooLong(address)
  const link = one('[data-way="mail"]', HTMLAnchorElement, page)
  link.href = isLong ? mail(message.to, message.subject) : address
  one('[data-fits]', HTMLElement, page).hidden = isLong
  const said = one('[data-too-long]', HTMLElement, page)
  const [length, most] = [address.length, mostCharactersInAddress].map((count) =>
    count.toLocaleString('en-GB'),
  )
  said.textContent = `The message is too long for a mail program to open: it takes ${length} characters as a link, and ${most} are safe. Take it in another way.`
  said.hidden = !isLong
}

function offerFile(page: ParentNode, message: Message, { request }: Answers, device: Device): void {
  const link = one('[data-way="file"]', HTMLAnchorElement, page)
  link.href = draftAddress(message)
  link.download = draftName(request.tickets)
  one('[data-for-computers]', HTMLElement, page).hidden = isHandheld(device)
}

/** Puts the answers and the ways to send them onto the page; gives the message. */
export function prepare(page: ParentNode, answers: Answers, to: string, device: Device): Message {
  const message = messageOf(answers, to)
  one('[data-answers]', HTMLElement, page).replaceChildren(...reviewOf(answers).map(rowOf))
  offerMail(page, message)
  offerFile(page, message, answers, device)
  one('[data-to]:not(form)', HTMLElement, page).textContent = to
  one('[data-subject]', HTMLElement, page).textContent = message.subject
  one('#whole-message', HTMLTextAreaElement, page).value = message.text
  one('[data-empty-mail]', HTMLAnchorElement, page).href = mail(to, message.subject)
  return message
}

/** Leaves nothing of a message that was prepared. */
export function forget(page: ParentNode): void {
  one('[data-answers]', HTMLElement, page).replaceChildren()
  one('[data-subject]', HTMLElement, page).replaceChildren()
  one('[data-copy-status]', HTMLElement, page).replaceChildren()
  one('#whole-message', HTMLTextAreaElement, page).value = ''
  for (const link of page.querySelectorAll('[data-way], [data-empty-mail]')) {
    link.removeAttribute('href')
    if (link.hasAttribute('download')) link.setAttribute('download', '')
  }
}
