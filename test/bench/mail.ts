import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { configOf } from '../support/config.ts'
import { child, median, type Told, withInstallation } from './children.ts'
import { writeMessages } from './messages.ts'

const config = configOf(`
- name: mailbox
  files: "*.mbox"
  format: mailbox
  addresses: [escalations@example.ac.uk]
`)

/** Ingest and staging of a mailbox of so many messages: medians of `rounds`. */
export const benchMail = (count: number, rounds: number): Promise<string[]> =>
  withInstallation(config, async (dir) => {
    const path = join(dir, 'inbox', 'mail.mbox')
    await writeMessages(path, count)
    const megabytes = (await stat(path)).size / 1e6
    const told: Told[] = []
    for (let round = 0; round < rounds; round++) told.push(await child('ingest-alone.ts', dir))
    if (told.some(({ records }) => records !== count)) throw new Error('messages were lost')
    const seconds = median(told.map((one) => one.seconds))
    const staged = median(told.map((one) => one.staged ?? 0))
    return [
      `${count.toLocaleString('en-GB')} messages, ${megabytes.toFixed(0)} MB; medians of ${rounds}`,
      '',
      '| | seconds | messages a second | peak MB |',
      '|---|---|---|---|',
      `| ingest | ${seconds.toFixed(1)} | ${Math.round(count / seconds).toLocaleString('en-GB')} | ${Math.max(...told.map((one) => one.megabytes ?? 0))} |`,
      `| staging, with threads | ${staged.toFixed(1)} | | |`,
    ]
  })
