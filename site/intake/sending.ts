/** The review as it stands on the page, and the ways to take the message from it. */

import { mail } from '../links.ts'
import type { Answers } from './check.ts'
import { type Device, isHandheld } from './device.ts'
import { one } from './elements.ts'
import { draftAddress, draftName } from './eml.ts'
import { longestPart } from './lengths.ts'
import { isTooLong, mailAddress, mostCharactersInAddress } from './mailto.ts'
import { type Message, messageOf } from './message.ts'
import { soonWord } from './needed-by.ts'
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

/** What is said of an address that is too long, and of what it holds. */
function tooLong(length: number, { filling }: Answers): string {
  const [has, most] = [length, mostCharactersInAddress].map((count) => count.toLocaleString('en-GB'))
  const longest = longestPart(filling)
  const shorten = longest === null ? 'Take' : `Its longest part is ${longest}. Shorten that, or take`
  return `The message is too long for a mail program to open: it takes ${has} characters as a link, and ${most} are safe. ${shorten} it in another way.`
}

function offerMail(page: ParentNode, message: Message, answers: Answers): void {
  const address = mailAddress(message)
  const isLong = isTooLong(address)
  const link = one('[data-way="mail"]', HTMLAnchorElement, page)
  link.href = isLong ? mail(message.to, message.subject) : address
  one('[data-fits]', HTMLElement, page).hidden = isLong
  const said = one('[data-too-long]', HTMLElement, page)
  said.textContent = isLong ? tooLong(address.length, answers) : ''
  said.hidden = !isLong
}

function offerFile(page: ParentNode, message: Message, { request }: Answers, device: Device): void {
  const link = one('[data-way="file"]', HTMLAnchorElement, page)
  link.href = draftAddress(message)
  link.download = draftName(request.tickets)
  one('[data-for-computers]', HTMLElement, page).hidden = isHandheld(device)
}

function tellSoon(page: ParentNode, { request }: Answers, today: string): void {
  const soon = soonWord(request.needed_by, today)
  for (const part of page.querySelectorAll<HTMLElement>('[data-soon]')) {
    part.hidden = soon === null
    one('[data-soon-day]', HTMLElement, part).textContent = soon
  }
}

/** Whom a message is for, and where it is written. */
interface Writing {
  readonly to: string
  readonly device: Device
  /** The institution's day, as ISO. */
  readonly today: string
}

/** Puts the answers and the ways to send them onto the page; gives the message. */
export function prepare(page: ParentNode, answers: Answers, { to, device, today }: Writing): Message {
  const message = messageOf(answers, to)
  one('[data-answers]', HTMLElement, page).replaceChildren(...reviewOf(answers).map(rowOf))
  tellSoon(page, answers, today)
  offerMail(page, message, answers)
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
