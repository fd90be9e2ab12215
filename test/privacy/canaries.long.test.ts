import { nothingPersonalGetsOut } from './canaries.ts'

const tables = [
  'plain.csv',
  'plain-ragged.csv',
  'plain-packed.csv.gz',
  'events.csv',
  'listed.json',
  'messages.csv',
  'now.csv',
  'rest.json',
  'log-now.csv',
  'jira.csv',
  'glpi.csv',
  'mail/desk.mbox',
  'mail/letter.eml',
]
const refused = [
  'plain-quote.csv',
  'now-open.csv',
  'plain-column.csv',
  'plain-headless.csv',
  'plain-bytes.csv',
  'plain-binary.csv',
  'plain-cut.csv.gz',
  'log-order.csv',
  'rest-error.json',
  'rest-cut.json',
  'rest-wrong.json',
  'log-kept-broken.xlsx',
  'mail/none.mbox',
  'unclaimed.csv',
]

const all = ['careful.csv', 'log-kept.xlsx', ...tables, ...refused]

nothingPersonalGetsOut({
  count: 200,
  configured: all,
  alone: all,
  crashing: all,
  steps: Array.from({ length: 16 }, (_, at) => 1 + 9 * at),
})
