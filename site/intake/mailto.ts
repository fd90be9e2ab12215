import { mail } from '../links.ts'
import type { Message } from './message.ts'

/** Longer addresses than this do not reach every mail program: Outlook on Windows cuts at about 2,000. In characters, encoded. */
export const mostCharactersInAddress = 1600

/** A message as the address that a mail program opens: lines end in CRLF (RFC 6068, 5). */
export const mailAddress = ({ to, subject, text }: Message): string => mail(to, subject, text.split('\n'))

export const isTooLong = (address: string): boolean => address.length > mostCharactersInAddress
