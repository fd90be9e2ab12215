/** Settings and words of an institution, every text in them one of a list. */

/** One line of a text, which no setting is longer than. */
const short = (text: string, most = 60): string => [...text].slice(0, most).join('')

const self = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]))

/** `config.yaml` */
export const config = (texts: readonly string[]): object => {
  const text = (index: number): string => texts[index % texts.length] as string
  return {
    institution: {
      name: `Univ ${text(0)}`,
      department: `IT ${text(2)}`,
      timezone: 'Europe/London',
      contact: {
        escalations_email: "o'neil+x@example.ac.uk",
        service_desk_phone: `020 7946 0000 ${short(text(3))}`,
        live_chat_url: `https://chat.example/?x=${short(text(4))}`,
        service_desk_hours: texts.join(' '),
        read_more_url: `https://more.example/?x=${short(text(5))}`,
        ticket_url: `https://tool.example/?a=${short(text(1))}&id={id}`,
      },
    },
    sources: [
      {
        name: 'log',
        files: 'log*.csv',
        format: 'table',
        entity: 'ticket',
        grain: 'event',
        columns: {
          id: 'id',
          at: 'at',
          order: 'order',
          status: 'status',
          owner: 'owner',
          actor: 'actor',
          opened_at: 'opened',
          ...self(['service', 'category', 'team', 'department', 'priority', 'subcategory', 'item', 'place', 'subject', 'problem', 'requester']),
        },
      },
      {
        name: 'escalations',
        files: 'escalations*.csv',
        format: 'table',
        entity: 'escalation',
        grain: 'item',
        columns: {
          id: 'ref',
          ticket_id: 'ticket',
          received_at: 'received',
          acknowledged_at: 'acknowledged',
          resolved_at: 'resolved',
          ...self(['status', 'service', 'team', 'department', 'reason', 'impact', 'route', 'outcome', 'wanted', 'owner']),
        },
        values: { reason: { [text(8)]: 'speed' }, route: { [text(9)]: 'mailbox' } },
      },
    ],
    people: texts.slice(0, 5).map((name, index) => ({ name, aliases: [`alias ${index} ${name}`], team: text(index) })),
    calendar: {
      hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, '09:00-17:00'])),
      bank_holidays: 'GB-ENG',
      closures: texts.slice(0, 9).map((note, index) => ({ from: `2026-01-0${index + 1}`, to: `2026-01-0${index + 1}`, note })),
    },
    terms: [{ year: '2025/26', name: short(text(10)), from: '2025-09-22', to: '2026-05-12' }],
    targets: texts.map((level) => ({ level, measure: 'response', target: '1 business day', clock: 'business', source: level })),
    levels: texts.slice(0, 12).map((level) => ({ level, affects: `A class ${level}`, source: level })),
    aims: [{ measure: 'acknowledged', share: 0.9, set_by: text(11) }],
  } // biome-ignore format: a table
}

/** `changes.yaml` */
export const changes = (texts: readonly string[]): object => ({
  changes: texts.map((title, index) => ({
    date: `2026-0${1 + (index % 2)}-${10 + (index % 18)}`,
    title,
    kind: 'improvement',
    affects: { category: title },
  })),
  actions: texts.map((title) => ({
    decided_on: '2026-01-30',
    title,
    promise: 'acknowledged',
    expected: title,
    review_on: '2026-03-20',
  })),
})

/** As Markdown that says the text and is no more: HTML, pictures and names in braces are refused by name elsewhere. */
const inMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>&|~#!{}():/-]/g, (sign) => `\\${sign}`).replaceAll(/[\0\r\n\u2028\u2029]/g, ' ')

const page = (title: string, order: number, body: string): string =>
  `---\ntitle: ${JSON.stringify(short(title, 70))}\norder: ${order}\n---\n\n${body}\n`

/** The folder `procedure/` */
export const procedure = (texts: readonly string[]): Record<string, string> => {
  const text = (index: number): string => texts[index % texts.length] as string
  const some = texts.filter(({ length }) => length < 1_000)
  const list = some.map((one) => `- ${inMarkdown(one)}`).join('\n')
  const code = some.map((one) => `    ${one.replaceAll(/\{/g, '\\{').replaceAll(/[\r\n]/g, ' ')}`).join('\n')
  const promises = [
    'acknowledged',
    'investigated',
    'owned',
    'updated',
    'resolved',
    'service-levels',
    'recurring',
    'improvements',
    'owner-load',
    'escalation-rate',
  ]
  return {
    'procedure/when.md': page(text(0), 1, list),
    'procedure/how.md': page(text(1), 2, `Lines to copy.\n\n${code}`),
    'procedure/template.md': page(
      text(7),
      3,
      `Copy these.\n\n\`\`\`\n${some.join('\n').replaceAll('{', '\\{').replaceAll('`', "'")}\n\`\`\``,
    ),
    'procedure/promises.yaml': JSON.stringify({
      promises: promises.map((measure, index) => ({
        id: measure,
        sentence: text(index).replaceAll(/\{/g, '\\{'),
        measure,
        order: index + 1,
      })),
    }),
    'procedure/flow.yaml': JSON.stringify({
      nodes: some.slice(0, 12).map((one, index) => ({
        id: `n${index}`,
        text: short(one).replaceAll(/\{/g, '\\{'),
        who: short(text(index + 3), 38).replaceAll('{', '('),
      })),
      edges: some.slice(0, 11).map((one, index) => ({
        from: `n${index}`,
        to: `n${index + 1}`,
        label: short(one, 22).replaceAll('{', '('),
      })),
    }),
  }
}
