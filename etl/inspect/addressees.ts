import type { Setting } from './entry.ts'
import type { Given } from './proposal.ts'
import { recordsOf } from './rows.ts'
import { quoted } from './text.ts'

const addressIn = /[^\s<>,;"]+@[^\s<>,;"]+/g

/** The settings that say whose a mailbox is, by whom most messages are written to; `cell` is where those stand. */
export async function mailboxSettings({ path, look }: Given, cell: number): Promise<Setting[]> {
  const counts = new Map<string, number>()
  for await (const rows of recordsOf(path, look.manner, look.format)) {
    for (const row of rows) {
      for (const address of new Set(row[cell]?.toLowerCase().match(addressIn)))
        counts.set(address, (counts.get(address) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  const [address, messages] = most ?? ['escalations@example.ac.uk', 0]
  return [
    {
      key: 'addresses',
      value: `[${quoted(address)}]`,
      remark: `check: ${messages} of the messages are to it`,
    },
    {
      key: 'staff_domains',
      value: `[${quoted(address.replace(/^.*@/, ''))}]`,
      isChoice: true,
      remark: 'choose this if all at this domain answer for IT Services',
    },
    { key: 'staff_addresses', value: '[]', isChoice: true, remark: 'choose this to name those who answer' },
  ]
}
