import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const mailbox = 'escalations@example.ac.uk'
const start = Date.UTC(2024, 0, 1, 9)
const pair = (value: number): string => String(value).padStart(2, '0')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const dateOf = (at: Date): string =>
  `${days[at.getUTCDay()]}, ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ${pair(at.getUTCHours())}:${pair(at.getUTCMinutes())}:00 +0000`

const separatorOf = (at: Date): string =>
  `From - ${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${pair(at.getUTCDate())} ${pair(at.getUTCHours())}:${pair(at.getUTCMinutes())}:00 ${at.getUTCFullYear()}`

const text =
  'The projector in the lecture room still does not show anything, and the class is tomorrow. '.repeat(8)

/** Every fourth message begins a thread; the next is an automatic reply, then a person answers, then the first asks again. */
function message(index: number): string {
  const thread = Math.floor(index / 4)
  const place = index % 4
  const at = new Date(start + thread * 20 * 60_000 + place * 3 * 3_600_000)
  const from = place === 1 || place === 2 ? mailbox : `person${thread % 5_000}@example.ac.uk`
  const to = from === mailbox ? `person${thread % 5_000}@example.ac.uk` : mailbox
  const id = (of: number): string => `<${thread}.${of}@example.ac.uk>`
  const references = Array.from({ length: place }, (_, of) => id(of)).join(' ')
  const body = `Ticket INC${String(thread).padStart(7, '0')}\n\n${text}\n`
  const html = `<p>${body}</p>`
  return [
    separatorOf(at),
    `Message-ID: ${id(place)}`,
    ...(place > 0 ? [`In-Reply-To: ${id(place - 1)}`, `References: ${references}`] : []),
    ...(place === 1 ? ['Auto-Submitted: auto-replied'] : []),
    `Date: ${dateOf(at)}`,
    `From: =?UTF-8?Q?Person_${thread % 5_000}?= <${from}>`,
    `To: ${to}`,
    `Subject: ${place > 0 ? 'Re: ' : ''}Projector`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="b${thread}"`,
    '',
    `--b${thread}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\n'),
    `--b${thread}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    `--b${thread}--`,
    '',
    '',
  ].join('\n')
}

/** Writes so many messages as an mbox; the same bytes every time. */
export async function writeMessages(path: string, count: number): Promise<void> {
  const file = createWriteStream(path)
  for (let from = 0; from < count; from += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, count - from) }, (_, index) => message(from + index))
    if (!file.write(batch.join(''))) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}
