/** Names in braces, filled in from config.yaml. */
import fc from 'fast-check'
import { micromark } from 'micromark'
import { expect, test } from 'vitest'
import { loadWords } from '../../etl/config/words.ts'
import { markdown } from '../../site/markdown.ts'
import { type Contact, institution } from '../support/institution.ts'
import { installation } from './installation.ts'

const head = '---\ntitle: How to reach {department}\norder: 1\n---\n'

async function wordsOf(files: Record<string, string>, contact: Partial<Contact> = {}) {
  const dir = await installation(files)
  return loadWords(dir, await installation({}), institution(contact))
}
const bodyOf = async (body: string, contact?: Partial<Contact>): Promise<string | undefined> =>
  (await wordsOf({ 'procedure/a.md': `${head}${body}` }, contact)).pages[0]?.body
const refusal = async (files: Record<string, string>, contact?: Partial<Contact>): Promise<string> =>
  wordsOf(files, contact).then(
    () => 'it was accepted',
    (error: Error) => error.message,
  )

test('a title, a promise and a flow hold names', async () => {
  const { pages, promises, flow } = await wordsOf({
    'procedure/a.md': `${head}x`,
    'procedure/promises.yaml':
      'promises: [{ id: a, sentence: "{department} answers", measure: owned, order: 1 }]',
    'procedure/flow.yaml':
      'nodes: [{ id: a, text: "Call {service_desk_phone}", who: "{department}" }]\nedges: []',
  })
  expect(pages[0]?.title).toBe('How to reach IT Services')
  expect(promises[0]?.sentence).toBe('IT Services answers')
  expect(flow.nodes).toEqual([{ id: 'a', text: 'Call 020 7946 0000', who: 'IT Services' }])
})

test.each([
  [
    'an address is a link',
    'Write to {escalations_email}.',
    '<a href="mailto:escalations@somewhere.example">',
  ],
  ['a number is dialled', 'Call **{service_desk_phone}**.', '<a href="tel:02079460000">020 7946 0000</a>'],
  [
    'live chat is opened',
    'Or {live_chat}.',
    '<a href="https://chat.somewhere.example/it?from=_site_" rel="noreferrer">live chat</a>',
  ],
  [
    'a name that is a whole link dials',
    '[Call us]({service_desk_phone})',
    '<a href="tel:02079460000">Call us</a>',
  ],
  [
    'a name that is a whole link writes',
    '[Write]({escalations_email})',
    '<a href="mailto:escalations@somewhere.example">Write</a>',
  ],
  [
    'a name behind a protocol is not given another',
    '[Write](mailto:{escalations_email}?subject=x)',
    '<a href="mailto:escalations@somewhere.example?subject=x">Write</a>',
  ],
  ['in a heading a name is words', '# {escalations_email}', '>escalations@somewhere.example</h'],
  ['in a link a name is words', '[{department}](/escalate/)', '<a href="/escalate/">IT Services</a>'],
  [
    'in an address of a link a number has no blanks',
    '[us](tel:{service_desk_phone})',
    'href="tel:02079460000"',
  ],
  [
    'in an address of a link a name stands as addresses write it',
    '[us](mailto:{escalations_email}?subject={department})',
    'href="mailto:escalations@somewhere.example?subject=IT%20Services"',
  ],
  [
    'a text to copy has no links',
    '```\nTo: {escalations_email}\n```',
    '<code>To: escalations@somewhere.example',
  ],
  ['a table holds names', '| a |\n| - |\n| {ticket_example} |', '<td>INC0123456</td>'],
  ['a quotation stays word for word', '> Write to {nobody}.', '<p>Write to {nobody}.</p>'],
  ['braces with a backslash are braces', 'A \\{name}.', '<p>A {name}.</p>'],
  ['so they are in a text to copy', '```\n\\{name}\n```', '<code>{name}'],
])('%s', async (_, body, html) => {
  expect(markdown((await bodyOf(body)) ?? '', 2)).toContain(html)
})

test('a link on what has no address is refused', async () => {
  expect(
    await refusal({ 'procedure/a.md': `${head}[chat]({live_chat})` }, { live_chat_url: null }),
  ).toContain(
    'a.md:5: a link to {live_chat} leads nowhere: institution.contact.live_chat_url in config.yaml is empty',
  )
  expect(await refusal({ 'procedure/a.md': `${head}[x]({institution})` })).toContain(
    'a link to {institution} leads nowhere',
  )
})

test('an address with brackets in it stays a link', async () => {
  const more = { read_more_url: 'https://somewhere.example/a)b' }
  expect(await bodyOf('See {read_more_url}.', more)).toContain('](<https://somewhere.example/a)b>)')
})

test('live chat without an address is named without a link', async () => {
  expect(await bodyOf('Or {live_chat}.', { live_chat_url: null })).toBe('Or live chat.')
})

test.each([
  ['a paragraph', 'One.\n\nTwo, or\ncall {service_desk_phone?}.\n\nThree.', 'One.\n\n\nThree.'],
  ['a point of a list', '1. One.\n2. Call {service_desk_phone?}.\n3. Three.', '1. One.\n3. Three.'],
  ['a row of a table', '| a |\n| - |\n| {service_desk_phone?} |\n| b |', '| a |\n| - |\n| b |'],
  ['live chat without an address', 'One.\n\nUse {live_chat?}.', 'One.'],
  ['two paragraphs', 'One.\n\nA {service_desk_phone?}\n\nB {live_chat_url?}', 'One.'],
])('%s that rests on an empty setting is left out where it may be', async (_, body, left) => {
  expect(await bodyOf(body, { service_desk_phone: null, live_chat_url: null })).toBe(left)
})

test('an optional name whose setting is filled stands there', async () => {
  expect(await bodyOf('Open {service_desk_hours?}.')).toBe('Open Monday to Friday, 8:00 to 18:00.')
})

test('a page of which nothing is left is left out', async () => {
  expect(
    (
      await wordsOf(
        { 'procedure/a.md': `${head}Call {service_desk_phone?}.`, 'procedure/b.md': `${head}x` },
        { service_desk_phone: null },
      )
    ).pages.map(({ id }) => id),
  ).toEqual(['b'])
})

test.each([
  [
    'a name that nobody knows',
    { 'procedure/a.md': `${head}One.\n\nCall {service_desk_fone}.` },
    'procedure/a.md:7: unknown name {service_desk_fone}. Did you mean "service_desk_phone"?',
  ],
  [
    'one that is like no other',
    { 'procedure/a.md': `${head}{x}` },
    'procedure/a.md:5: unknown name {x}. Known here: institution, department, escalations_email',
  ],
  [
    'one in a title',
    { 'procedure/a.md': '---\norder: 1\ntitle: "{departmant}"\n---\nx' },
    'procedure/a.md:3: title: unknown name {departmant}. Did you mean "department"?',
  ],
  [
    'one in a text to copy',
    { 'procedure/a.md': `${head}\`\`\`\n{subject}\n\`\`\`` },
    'procedure/a.md:6: unknown name {subject}.',
  ],
  [
    'one in a promise',
    { 'procedure/promises.yaml': 'promises:\n- { id: a, measure: b, order: 1, sentence: "{dept}" }' },
    'procedure/promises.yaml:2: promises[0].sentence: unknown name {dept}',
  ],
  [
    'one in a flow',
    { 'procedure/flow.yaml': 'nodes:\n  - { id: a, who: You, text: "{phone}" }\nedges: []' },
    'procedure/flow.yaml:2: nodes[0].text: unknown name {phone}',
  ],
  [
    'one whose setting is empty',
    { 'procedure/a.md': `${head}Open {service_desk_hours}.` },
    'a.md:5: {service_desk_hours} is empty. Fill in institution.contact.service_desk_hours in config.yaml, take the name out here, or write {service_desk_hours?}: then its paragraph is left out',
  ],
  [
    'an optional one where no paragraph could be left out',
    {
      'procedure/flow.yaml': 'nodes:\n  - { id: a, who: You, text: "Call {service_desk_phone?}" }\nedges: []',
    },
    'nodes[0].text: {service_desk_phone?} can be left out in pages only. Write {service_desk_phone}',
  ],
])('%s is refused', async (_, files, message) => {
  expect(await refusal(files, { service_desk_hours: null })).toContain(message)
})

test('whatever an institution is called, its page says it and nothing else', async () => {
  const dir = await installation({ 'procedure/a.md': `${head}We are {department}, that is all.` })
  const none = await installation({})
  const hostile = fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '&',
        '\\',
        '#',
        '|',
        'a',
        ' ',
        '{',
        '}',
        '&amp;',
        '~',
        '"',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => `x${parts.join('')}x`)
  await fc.assert(
    fc.asyncProperty(hostile, async (department) => {
      const { pages } = await loadWords(dir, none, { ...institution(), department })
      const plain = department.replace(/\s+/g, ' ')
      const said = plain
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
      expect(micromark(pages[0]?.body ?? '')).toBe(`<p>We are ${said}, that is all.</p>`)
    }),
    { numRuns: 300 },
  )
})
