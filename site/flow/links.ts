/** The telephone number and the address in a text, so that a finger can use them. */
import type { Manifest } from '../../data/contract.ts'
import { telephone } from '../../data/shared/telephone.ts'
import { mail } from '../links.ts'

type Contact = Pick<Manifest['institution']['contact'], 'escalations_email' | 'service_desk_phone'>
type Part = { text: string; link: string | null }

/** A text in parts, those that can be called or written to with their link. */
export const withLinks = (
  text: string,
  { escalations_email: email, service_desk_phone: phone }: Contact,
): Part[] => {
  const links = new Map([
    [email, mail(email)],
    ...(phone === null ? [] : [[phone, telephone(phone)] as const]),
  ])
  const places = [...links.keys()].flatMap((known) => {
    const at = text.indexOf(known)
    return at < 0 ? [] : [{ known, at }]
  })
  const [first] = places.toSorted((a, b) => a.at - b.at)
  if (first === undefined) return text === '' ? [] : [{ text, link: null }]
  const end = first.at + first.known.length
  const before = first.at === 0 ? [] : [{ text: text.slice(0, first.at), link: null }]
  const rest = withLinks(text.slice(end), { escalations_email: email, service_desk_phone: phone })
  return [...before, { text: first.known, link: links.get(first.known) ?? null }, ...rest]
}
