/** Why each text of the contract that anything may stand in may be published. A new one is not, until it has its reason here. */

const written = 'the institution writes it in config.yaml, changes.yaml or procedure/, for readers'
const reading = 'how files are read, by config.yaml and the built-in formats; for the operations site alone'
const ours = 'words of this project’s own code'
const zone = 'a time zone, held against the known ones when config.yaml is read'
const message =
  'a sentence of this project’s own code about files, counts, columns and settings; canaries show that no cell is in it'
const file = 'the name of a file of the inbox: messages name files'
const header = 'the name of a column: a header is no cell'
const catalogue =
  'a cell of a column of the catalogue: service, team, category, priority, department and the like'
const issue = 'words that several tickets of several requesters share'
const operations = 'a number, name or word of an item, for those who run escalations alone'

const byReason: Readonly<Record<string, readonly string[]>> = {
  [written]: [
    'manifest.json.institution.name',
    'manifest.json.institution.department',
    'manifest.json.institution.contact.escalations_email',
    'manifest.json.institution.contact.service_desk_phone',
    'manifest.json.institution.contact.live_chat_url',
    'manifest.json.institution.contact.service_desk_hours',
    'manifest.json.institution.contact.read_more_url',
    'manifest.json.institution.ticket_number.pattern',
    'manifest.json.institution.ticket_number.example',
    'manifest.json.within.*',
    'manifest.json.promises[].sentence',
    'manifest.json.pages[].title',
    'manifest.json.pages[].body',
    'manifest.json.flow.nodes[].text',
    'manifest.json.flow.nodes[].who',
    'manifest.json.flow.edges[].label',
    'manifest.json.levels[].level',
    'manifest.json.levels[].affects',
    'manifest.json.levels[].source',
    'manifest.json.targets[].level',
    'manifest.json.targets[].words',
    'manifest.json.targets[].calendar',
    'manifest.json.targets[].source',
    'manifest.json.calendars[].name',
    'manifest.json.calendars[].closures[].note',
    'manifest.json.changes[].title',
    'manifest.json.terms[].year',
    'manifest.json.terms[].name',
    'measures/*.json.series[].points[].label',
    'measures/*.json.series[].chart.segments[].reasons[]',
    'measures/*.json.series[].chart.aim.set_by',
    'staff.json.changes[].title',
    'staff.json.changes[].about',
    'leadership/owners.json.dpia.reference',
    'leadership/owners.json.dpia.consultation',
    'operations/waiting.json.ticket_url',
    'operations/waiting.json.tickets[].lacks[].target',
  ],
  [zone]: [
    'manifest.json.institution.timezone',
    'manifest.json.calendars[].timezone',
    'operations/formats.json.sources[].timezone',
  ],
  [message]: [
    'manifest.json.warnings[]',
    'run.json.files[].refused.message',
    'run.json.drift[].message',
    'run.json.warnings[]',
  ],
  [file]: ['run.json.files[].name', 'run.json.drift[].file', 'operations/set-aside.json.groups[].file'],
  [header]: ['run.json.files[].unknown_columns[]'],
  'corrections.csv is a list that the receipts show: the item, and why it is corrected; never the value or by whom':
    ['run.json.corrections[].item', 'run.json.corrections[].reason'],
  [catalogue]: [
    'measures/*.json.series[].of',
    'measures/*.json.breakdowns[].rows[].key',
    'measures/*.json.breakdowns[].rows[].label',
    'measures/*.json.breakdowns[].rows[].values.*',
    'staff.json.tables[].rows[].label',
    'cells/index.json.dimensions[].values[]',
    'cells/*.json.filter[].value',
  ],
  [issue]: ['previous.json.calls[].issue', 'previous.json.calls[].label', 'previous.json.told.calls[].issue'],
  [ours]: [
    'measures/*.json.definition.title',
    'measures/*.json.definition.sentence',
    'measures/*.json.definition.how[]',
    'measures/*.json.definition.figures[].label',
    'measures/*.json.definition.method',
  ],
  'a name only where config.yaml names its data protection assessment, else a code': [
    'leadership/owners.json.people[].who',
  ],
  [operations]: [
    'operations/waiting.json.escalations[].id',
    'operations/waiting.json.escalations[].owner',
    'operations/waiting.json.escalations[].assumed_owner',
    'operations/waiting.json.escalations[].team',
    'operations/waiting.json.escalations[].service',
    'operations/waiting.json.escalations[].priority',
    'operations/waiting.json.escalations[].tickets[].id',
    'operations/waiting.json.tickets[].id',
    'operations/waiting.json.tickets[].owner',
    'operations/waiting.json.tickets[].assumed_owner',
    'operations/waiting.json.tickets[].team',
    'operations/waiting.json.tickets[].service',
    'operations/waiting.json.tickets[].priority',
    'operations/waiting.json.tickets[].level',
    'operations/waiting.json.tickets[].major_incident',
    'operations/waiting.json.tickets[].escalations[].id',
  ],
  [reading]: [
    'operations/formats.json.sources[].files',
    'operations/formats.json.sources[].extra_columns[][1]',
    'operations/formats.json.sources[].exported_at.file_name',
    'operations/formats.json.sources[].exported_at.column',
    'operations/formats.json.sources[].columns.*.alternatives[][]',
    'operations/formats.json.sources[].columns.*.separators[]',
    'operations/formats.json.sources[].columns.*.nulls[]',
    'operations/formats.json.sources[].nulls[]',
    'operations/formats.json.sources[].dates[]',
    'operations/formats.json.sources[].column_dates.*[]',
    'operations/formats.json.sources[].values.*',
    'operations/formats.json.sources[].values.*.*',
    'operations/formats.json.formats[].title',
    'operations/formats.json.formats[].signatures[][]',
    'operations/formats.json.formats[].notes[]',
    'operations/formats.json.formats[].refusal',
  ],
}

/** The reason of each text, by its path in the contract. */
export const publishedTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(byReason).flatMap(([reason, paths]) => paths.map((path) => [path, reason] as const)),
)

/** Keys that anything may be called by: words of value maps, which config.yaml lists. */
export const freeKeys: readonly string[] = ['operations/formats.json.sources[].values.*']
