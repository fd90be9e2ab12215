import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MailSettings } from '../../etl/config/settings.ts'
import { type Message, type MessageFacts, messageFacts } from '../../etl/ingest/messages.ts'

const mail: MailSettings = {
  addresses: ['escalations@x.ac.uk'],
  staffDomains: ['it.x.ac.uk'],
  staffAddresses: ['servicedesk@x.ac.uk'],
  isAnswererOwner: false,
  ticketPattern: '\\b(INC|REQ)\\d{6,}\\b',
}
const staff = new Set(['ann@x.ac.uk'])

const message: Message = {
  message_id: '<b@x>',
  in_reply_to: null,
  references: null,
  conversation_id: null,
  at: '2026-03-02T09:00:00Z',
  from: 'Zoë Poe <Zoe@x.ac.uk>',
  to: 'escalations@x.ac.uk',
  is_automatic: 'false',
  subject: 'The projector',
  description: 'It fails again.',
}
const facts = (told: Partial<Message> = {}, settings = mail): MessageFacts =>
  messageFacts({ ...message, ...told }, settings, staff)

test('a message is its facts, and nothing of its text', () => {
  const told = facts({
    subject: 'Private words, INC0123456',
    description: 'More private words of zoe@x.ac.uk',
    conversation_id: 'thread 1',
    references: '<r@x> <a@x>',
    in_reply_to: '<a@x>',
  })
  expect(told).toEqual({
    message_id: '<b@x>',
    parents: '<r@x> <a@x>',
    conversation_id: 'thread 1',
    at: '2026-03-02T09:00:00Z',
    direction: 'in',
    requester: 'zoe@x.ac.uk',
    actor: 'zoe@x.ac.uk',
    owner: null,
    ticket_id: 'INC0123456',
    reason: null,
    impact: null,
    wanted: null,
    needed_by: null,
    route: 'mailbox',
  })
  expect(JSON.stringify(told)).not.toMatch(/private/i)
})

describe('who writes to whom', () => {
  const automatic = { is_automatic: 'true' }
  test.each<[string, Partial<Message>, Partial<MessageFacts>]>([
    ['a requester', {}, { direction: 'in', requester: 'zoe@x.ac.uk', owner: null, route: 'mailbox' }],
    ['a requester’s machine', automatic, { direction: 'auto_in', requester: null, actor: 'zoe@x.ac.uk', route: 'mailbox' }],
    ['a known colleague', { from: 'Ann Lee <ANN@x.ac.uk>' }, { direction: 'out', requester: null, actor: 'ann@x.ac.uk', owner: 'Ann Lee', route: null }],
    ['a colleague without a name', { from: 'Ann@x.ac.uk' }, { direction: 'out', owner: 'ann@x.ac.uk' }],
    ['a colleague named by the address', { from: '"Ann@x.ac.uk" <ann@x.ac.uk>' }, { direction: 'out', owner: 'ann@x.ac.uk' }],
    ['a colleague in quotation marks', { from: '"Lee, Ann" <ann@x.ac.uk>' }, { owner: 'Lee, Ann' }],
    ['a colleague as Outlook quotes names', { from: "'Ann Lee' <ann@x.ac.uk>" }, { owner: 'Ann Lee' }],
    ['a colleague’s machine', { from: 'ann@x.ac.uk', ...automatic }, { direction: 'auto_out', owner: null, requester: null, route: null }],
    ['someone of a staff domain', { from: 'Bo <bo@it.x.ac.uk>' }, { direction: 'out', owner: 'Bo' }],
    ['someone of a domain below it', { from: 'Bo <bo@net.IT.x.ac.uk>' }, { direction: 'out', owner: 'Bo' }],
    ['someone of a domain that ends alike', { from: 'Bo <bo@audit.x.ac.uk>' }, { direction: 'in', requester: 'bo@audit.x.ac.uk' }],
    ['someone of the domain above it', { from: 'bo@x.ac.uk' }, { direction: 'in' }],
    ['a staff address', { from: 'Service Desk <servicedesk@x.ac.uk>' }, { direction: 'out', owner: 'Service Desk' }],
    ['the mailbox itself', { from: 'Escalations <escalations@x.ac.uk>' }, { direction: 'out', actor: 'escalations@x.ac.uk', owner: null }],
    ['the mailbox under a person’s name', { from: 'Ann Lee <Escalations@x.ac.uk>' }, { direction: 'out', owner: null }],
    ['a name that looks like a colleague', { from: 'ann@x.ac.uk <evil@y.com>' }, { direction: 'in', requester: 'evil@y.com' }],
    ['a name without an address', { from: 'Ann Lee' }, { direction: 'in', actor: null, requester: null }],
    ['an Exchange address', { from: 'Ann Lee </O=EXCHANGELABS/CN=ANN>' }, { direction: 'in', actor: null }],
    ['nobody', { from: null }, { direction: 'in', actor: null, requester: null, route: 'mailbox' }],
  ])('%s', (_, told, expected) => {
    expect(facts(told)).toMatchObject(expected)
  }) // biome-ignore format: a table
})

describe('the messages before it', () => {
  test.each<[string, Partial<Message>, string | null]>([
    ['are none', {}, null],
    ['are what it refers to, and then what it answers', { references: '<r@x> <a@x>', in_reply_to: '<z@x>' }, '<r@x> <a@x> <z@x>'],
    ['are each named once', { references: '<r@x> <a@x> <r@x>', in_reply_to: '<a@x>' }, '<r@x> <a@x>'],
    ['are what it answers, where it refers to nothing', { in_reply_to: '<a@x>' }, '<a@x>'],
    ['do not hold itself', { references: '<r@x> <b@x>', in_reply_to: '<b@x>' }, '<r@x>'],
    ['may stand without brackets in a table', { references: 'r@x, a@x' }, 'r@x a@x'],
    ['are found without blanks between', { references: '<r@x><a@x>' }, '<r@x> <a@x>'],
  ])('%s', (_, told, parents) => {
    expect(facts(told).parents).toBe(parents)
  }) // biome-ignore format: a table
})

describe('ticket numbers', () => {
  const request = (tickets: string): string => `-- escalation request 1\nTickets: ${tickets}\n-- end\n`
  test.each<[string, Partial<Message>, string | null]>([
    ['are none', {}, null],
    ['stand in the subject', { subject: 'Re: INC0123456' }, 'INC0123456'],
    ['stand in the text', { description: 'see REQ123456.' }, 'REQ123456'],
    ['stand in the subject, then in the text', { subject: 'INC0000002', description: 'INC0000003' }, 'INC0000002 INC0000003'],
    ['are those of the form’s block, whatever else the message mentions', { subject: 'INC0000002', description: `INC0000003\n${request('INC0000001')}` }, 'INC0000001'],
    ['are those of the subject, where the form’s block names none', { subject: 'INC0000002', description: `INC0000003\n${request('')}` }, 'INC0000002'],
    ['of an answer above a form’s block are all that it names', { from: 'ann@x.ac.uk', subject: 'INC0000002', description: `INC0000003\n${request('INC0000001')}` }, 'INC0000002 INC0000003 INC0000001'],
    ['are each named once', { subject: 'INC0123456', description: 'INC0123456, INC0123456' }, 'INC0123456'],
    ['are found in any spelling', { description: 'inc 0123456 and Inc-0123457' }, 'INC0123456 INC0123457'],
    ['are not taken from what is quoted', { description: 'again\n> INC0123456\n>> INC0123457\n > INC0123458' }, null],
    ['are not taken from a quoted block', { description: `> ${request('INC0123456').replaceAll('\n', '\n> ')}` }, null],
    ['too short are none', { subject: 'INC12345' }, null],
    ['beyond the first 20,000 characters are not sought', { description: `${'x '.repeat(10_000)}INC0123456` }, null],
  ])('%s', (_, told, tickets) => {
    expect(facts(told).ticket_id).toBe(tickets)
  }) // biome-ignore format: a table

  test('keep the hyphen that the pattern asks for', () => {
    expect(facts({ subject: 'Re: ITS-1234' }, { ...mail, ticketPattern: '\\bITS-\\d+\\b' }).ticket_id).toBe(
      'ITS-1234',
    )
  })
})

describe('the form’s answers', () => {
  const description = `Please help.

-- escalation request 1
Tickets: INC0123456
Reason: quality
Impact: teaching
Wanted: a workaround
Needed by: 2026-11-30
Reported as: these are my own words
-- end
`
  test('are kept, but for own words', () => {
    const told = facts({ description })
    expect(told).toMatchObject({
      reason: 'quality',
      impact: 'teaching',
      wanted: 'workaround',
      needed_by: '2026-11-30',
      route: 'form',
      ticket_id: 'INC0123456',
    })
    expect(JSON.stringify(told)).not.toContain('own words')
  })

  test('that a reply quotes are not given again', () => {
    const quoted = `Any news?\n\n> ${description.replaceAll('\n', '\n> ')}`
    expect(facts({ description: quoted })).toMatchObject({ reason: null, route: 'mailbox', ticket_id: null })
  })
})

test('any message has facts of which none holds a word of its own', () => {
  const cell = fc.option(
    fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'<>@ ,.a"\'-/:\n') }),
      fc.constant('Ann <ann@x.ac.uk>'),
    ),
  )
  const any = fc.record({
    ...{
      message_id: cell,
      in_reply_to: cell,
      references: cell,
      conversation_id: cell,
      at: cell,
      from: cell,
      to: cell,
    },
    ...{
      is_automatic: fc.constantFrom('true', 'false', null),
      subject: fc.constant('sesame'),
      description: cell,
    },
  })
  fc.assert(
    fc.property(any, (told) => {
      const found = messageFacts({ ...told, description: `${told.description ?? ''} sesame` }, mail, staff)
      expect(JSON.stringify(found)).not.toContain('sesame')
      expect(found.owner === null || found.requester === null).toBe(true)
      expect(found.route === null).toBe(found.direction.endsWith('out'))
    }),
  )
})
