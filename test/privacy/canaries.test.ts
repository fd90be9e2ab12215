import { nothingPersonalGetsOut } from './canaries.ts'

nothingPersonalGetsOut({
  count: 6,
  configured: ['careful.csv'],
  alone: ['plain-headless.csv', 'mail/desk.mbox'],
  crashing: ['plain.csv', 'careful.csv', 'log-kept.xlsx', 'mail/desk.mbox'],
  steps: [25],
})
