import type { Setting } from './entry.ts'
import type { Given } from './proposal.ts'
import { recordsOf } from './rows.ts'
import { quoted } from './text.ts'

const addressIn = /[^\s<>,;"]+@[^\s<>,;"]+/g
/** Of an address that fewer have written to, nothing shows that it is a mailbox and not somebody's own. */
const fewestSenders = 2

interface Addressee {
  messages: number
  readonly senders: Set<string>
}

async function addressees({ path, look }: Given, to: number, from: number): Promise<Map<string, Addressee>> {
  const found = new Map<string, Addressee>()
  for await (const rows of recordsOf(path, look.manner, look.format)) {
    for (const row of rows) {
      for (const address of new Set(row[to]?.toLowerCase().match(addressIn))) {
        const addressee = found.get(address) ?? { messages: 0, senders: new Set() }
        addressee.messages++
        addressee.senders.add(row[from]?.toLowerCase() ?? '')
        found.set(address, addressee)
      }
    }
  }
  return found
}

/**
 * The settings that say whose a mailbox is, by whom the most people wrote to; `to` and `from` are the cells where those
 * stand. An address that one person alone wrote to may be a requester's, and is not shown.
 */
export async function mailboxSettings(given: Given, to: number, from: number): Promise<Setting[]> {
  const [most] = [...(await addressees(given, to, from))]
    .filter(([, { senders }]) => senders.size >= fewestSenders)
    .sort(([, a], [, b]) => b.senders.size - a.senders.size || b.messages - a.messages)
  const address = most?.[0] ?? 'escalations@example.ac.uk'
  const remark = most
    ? `check: ${most[1].messages} of the messages are to it`
    : 'choose whose mailbox it is: no address has messages from several people'
  return [
    { key: 'addresses', value: `[${quoted(address)}]`, remark },
    {
      key: 'staff_domains',
      value: `[${quoted(address.replace(/^.*@/, ''))}]`,
      isChoice: true,
      remark: 'choose this if all at this domain answer for IT Services',
    },
    { key: 'staff_addresses', value: '[]', isChoice: true, remark: 'choose this to name those who answer' },
  ]
}
