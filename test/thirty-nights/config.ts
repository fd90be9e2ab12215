import { configOf } from '../support/config.ts'
import { newWord } from './sheets.ts'

/** What of config.yaml is changed in the course of the nights. */
export interface Settings {
  /** Whether the new word for waiting is mapped. */
  readonly knowsNewWord: boolean
  /** What the source of the network team is called. */
  readonly network: 'network' | 'network-team'
  /** Whether the column `Service` of that source is mapped. */
  readonly hasService: boolean
  /** Local day from which P1 tickets have a target; null where there is none. */
  readonly targetFrom: string | null
  /** Whether a setting is misspelt. */
  readonly isWrong: boolean
}

export const firstSettings: Settings = {
  knowsNewWord: false,
  network: 'network',
  hasService: false,
  targetFrom: null,
  isWrong: false,
}

const plain = 'status: State, owner: Owner, team: Team'
const usual = '"New": new, "In Progress": in_progress, "On Hold": waiting, "Resolved": resolved, "Closed": closed, "Cancelled": cancelled' // biome-ignore format: a map

const sourcesOf = ({ knowsNewWord, network, hasService }: Settings): string => `
- name: desk-log
  files: "**/desk-log*.csv"
  format: table
  entity: ticket
  grain: event
  required: true
  max_age_days: 2
  columns: { id: Number, at: Time, order: Step, status: State, owner: Assignee, team: Group, actor: By, requester: Caller, opened_at: Opened, priority: Priority }
  values: { status: { ${usual}${knowsNewWord ? `, "${newWord}": waiting` : ''} } }
- name: list
  files: "**/list*.csv"
  format: servicenow
- name: av-open
  files: "**/av-open*.csv"
  format: table
  entity: ticket
  grain: item
  coverage: open_only
  columns: { id: Ref, opened_at: Opened, updated_at: Changed, ${plain} }
  values: { status: { ${usual} } }
- name: ${network}
  files: "**/network*.csv"
  format: table
  entity: ticket
  grain: item
  coverage: since
  exported_at: { filename: '(\\d{4}-\\d{2}-\\d{2})' }
  columns: { id: Ref, opened_at: Opened, updated_at: Changed, ${plain}${hasService ? ', service: Service' : ''} }
  values: { status: { ${usual} } }
- name: escalation-log
  files: "**/escalation-log*"
  format: table
  entity: escalation
  grain: item
  max_age_days: 5
  columns:
    id: Ref
    ticket_id: Ticket
    received_at: { column: Received, format: "%d/%m/%Y %H:%M" }
    acknowledged_at: { column: Acknowledged, format: "%d/%m/%Y %H:%M" }
    status: State
    owner: Owner
  values: { status: { Open: new, "Being looked at": in_progress, Done: resolved } }
- name: mail
  files: "**/mail*.mbox"
  format: mailbox
  addresses: [escalations@example.ac.uk]
  staff_domains: [example.ac.uk]
`

/** The config.yaml of some settings. */
export function configText(settings: Settings): string {
  const { targetFrom, isWrong } = settings
  const target = `targets: [{ level: P1, measure: resolution, target: "1 business day", clock: business, from: ${targetFrom}, source: a page }]`
  const ticketNumber = `  ticket_number: { pattern: '\\b(INC|REQ|AV|NET)\\d{7}\\b', example: INC0000001 }`
  const text = configOf(sourcesOf(settings), `${targetFrom ? target : ''}\nreleases_kept: 4`)
  const numbered = text.replace(/^sources:$/m, `${ticketNumber}\nsources:`)
  return isWrong ? numbered.replace('releases_kept', 'relases_kept') : numbered
}
