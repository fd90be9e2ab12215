import type { CanonicalColumn } from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import { closingSettings, type Given, leadingSettings, type Proposal } from './proposal.ts'
import { recordsOf } from './rows.ts'
import { quoted } from './text.ts'

/** Those whom most messages of a mailbox are written to. */
async function addresseesOf(
  { path, look }: Given,
  format: Format,
): Promise<{ address: string; messages: number }[]> {
  const cell = look.header.indexOf('to')
  const counts = new Map<string, number>()
  for await (const rows of recordsOf(path, look.manner, format)) {
    for (const row of rows) {
      for (const address of new Set((row[cell] ?? '').split(/,\s*/).filter(Boolean)))
        counts.set(address, (counts.get(address) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([address, messages]) => ({ address, messages }))
}

/** A proposal for a mailbox: what is to be said is whose it is. */
export async function proposeMail(given: Given): Promise<Proposal> {
  const { look } = given
  const [most] = await addresseesOf(given, look.format)
  const address = most?.address ?? 'escalations@example.ac.uk'
  const domain = address.replace(/^.*@/, '')
  const remark = most
    ? `check: ${most.messages} of its messages are to it`
    : 'check: none is addressed to anybody'
  return {
    entry: {
      settings: [
        ...leadingSettings(given, look.format.name),
        ...closingSettings(given).filter(({ key }) => key !== 'timezone'),
        { key: 'addresses', value: `[${quoted(address)}]`, remark },
        {
          key: 'staff_domains',
          value: `[${quoted(domain)}]`,
          isChoice: true,
          remark: 'choose: do all at this domain answer for IT Services?',
        },
        { key: 'staff_addresses', value: '[]', isChoice: true, remark: 'choose: or name those who do' },
      ],
      columns: [],
      missing: [],
      unused: [],
      values: new Map(),
    },
    mapped: [],
    dates: [],
  }
}
