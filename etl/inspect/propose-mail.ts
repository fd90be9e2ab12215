import { mailboxSettings } from './addressees.ts'
import { closingSettings, type Given, leadingSettings, type Proposal } from './proposal.ts'

/** A proposal for a mailbox: all there is to say is whose it is. */
export async function proposeMail(given: Given): Promise<Proposal> {
  const { look } = given
  const settings = [
    ...leadingSettings(given, look.format.name),
    ...closingSettings(given).filter(({ key }) => key !== 'timezone'),
    ...(await mailboxSettings(given, look.header.indexOf('to'), look.header.indexOf('from'))),
  ]
  return {
    entry: { settings, columns: [], missing: [], unused: [], values: new Map() },
    mapped: [],
    dates: [],
  }
}
