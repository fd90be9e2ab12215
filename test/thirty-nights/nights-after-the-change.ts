import { minute } from '../reference/clock.ts'
import { broken, picture } from './accidents.ts'
import { type Delivery, deliveryOf } from './delivery.ts'
import { type Night, nightOf, runOf } from './night.ts'
import { fileOf, textOf } from './sheet.ts'
import { listSheet } from './sheets.ts'
import { stateAt, type Truth } from './truth.ts'
import * as files from './usual.ts'
import { timeIn, usual } from './usual.ts'

const isRoot = process.getuid?.() === 0

/** Nights 22 to 25: what is no export, what may not be read, what is still written, a night that is killed. */
export function hinderedNights(truth: Truth): Night[] {
  const sheet = listSheet(truth, timeIn(23, '00:17'))
  const style = { encoding: 'utf-16le' } as const
  const whole = fileOf(sheet, 'list.csv', timeIn(23, '00:17'), style)
  const line = Buffer.from(`${textOf(sheet).split('\n').at(-2)}\n`, 'utf16le')
  const begun = whole.bytes.subarray(0, whole.bytes.length - line.length)
  const growing = deliveryOf({ ...whole, bytes: begun, rows: [], refused: 'unreadable' })
  const denied: Delivery = {
    ...files.recentOf(truth, 23),
    mode: 0o000,
    refused: isRoot ? null : 'unreadable',
  }
  return [
    nightOf(22, 'a picture in place of an export, and a file that no source reads', {
      files: [
        ...usual(truth, 22, { 'av-open': [broken('av-open', 'av-open.csv', timeIn(22, '00:16'), picture, 'encoding')] }),
        broken(null, 'notes.docx', timeIn(22, '00:10'), 'notes', 'no_source'),
      ],
      says: ['rename it, or add a source for it'],
    }),
    {
      night: 23,
      title: 'a file that may not be read, one that grows while it is read; then both whole',
      runs: [
        runOf(23, {
          files: usual(truth, 23, { list: [growing], network: [denied] }),
          accident: { what: 'written to', name: 'list.csv', bytes: line },
          says: ['it changed while it was read'],
        }),
        runOf(23, { clock: '08:00', files: usual(truth, 23, { list: [whole] }) }),
      ],
    },
    {
      night: 24,
      title: 'killed while it lands; run again in the morning',
      runs: [
        runOf(24, { files: usual(truth, 24), code: null, accident: { what: 'killed', afterSteps: 14 } }),
        runOf(24, { clock: '08:00', files: usual(truth, 24) }),
      ],
    },
    {
      night: 25,
      title: 'a setting is misspelt; mended and run again',
      runs: [
        runOf(25, { files: usual(truth, 25), isWrong: true, code: 2, says: ['relases_kept', 'releases_kept'] }),
        runOf(25, { clock: '08:00', files: usual(truth, 25) }),
      ],
    },
  ] // biome-ignore format: a script
}

/** Nights 26 to 30: settings that change, a clock that is set back, old files that come late, a correction. */
export function changedNights(truth: Truth): Night[] {
  const open = truth.tickets.find((ticket) => {
    const status = stateAt(ticket, timeIn(20, '00:00'))?.status
    return (
      ticket.family === 'desk' &&
      status !== undefined &&
      ticket.states.at(-1)?.status === status &&
      ['new', 'in_progress', 'waiting'].includes(status)
    )
  })
  if (!open) throw new Error('no ticket of this world stays open')
  const again = (before: readonly Delivery[]): Delivery[] =>
    before
      .filter(({ source, refused }) => source === 'network' && refused === null)
      .map(({ mode: _, ...delivery }, index) => ({ ...delivery, name: `again/${index}/${delivery.name}` }))
  const late = [files.recentOf(truth, 9), { ...files.listOf(truth, 13), name: 'list-late.csv' }]
  return [
    {
      night: 26,
      title: 'a target from a day on; run again after the clock was set back ten minutes',
      runs: [
        runOf(26, { files: usual(truth, 26) }),
        runOf(26, { clock: timeIn(26, '01:30') - 10 * minute, files: usual(truth, 26) }),
      ],
    },
    nightOf(27, 'a source has a new name', {
      files: usual(truth, 27),
      says: ['config.yaml has no source "network" any more'],
    }),
    nightOf(28, 'it has its old name again, and a column more', {
      files: usual(truth, 28),
      says: ['config.yaml has no source "network-team" any more', 'used as config.yaml read source "network" before it was changed'],
    }),
    nightOf(29, 'all of its files once more, files of earlier weeks late, a correction', {
      files: (before) => [...usual(truth, 29), ...again(before), ...late],
      corrections: [{ item: open.id, status: 'closed' }],
    }),
    nightOf(30, 'the correction is withdrawn', { files: usual(truth, 30) }),
  ] // biome-ignore format: a script
}
