import { beforeAll, describe, expect, test } from 'vitest'
import { attained, nightOf, type TargetCase } from '../support/attainment.ts'

const whole = {
  rows: ['03-02 09:00,1,new,P1,,', '03-02 09:10,2,in_progress,P1,ann,', '03-02 12:00,3,resolved,P1,ann,'],
}

// cells: at, order, status, priority, actor, opened; 2 March 2026 is a Monday, 3 and 6 April are bank holidays
const inForce: TargetCase[] = [
  { name: 'a response in time', ...whole, measure: 'response', expect: { level: 'P1', target: '15 min', clock: 'elapsed', calendar: null, due: '03-02 09:15', done: '03-02 09:10', state: 'met' } },
  { name: 'a resolution in time', ...whole, measure: 'resolution', expect: { target: '4 hours', due: '03-02 13:00', done: '03-02 12:00', state: 'met' } },
  { name: 'the last moment of the day before a new target', rows: ['03-15 23:59,1,new,P1,,'], measure: 'response', expect: { target: '15 min', due: '03-16 00:14', state: 'open_breached' } },
  { name: 'the first moment of the day of a new target', rows: ['03-16 00:00,1,new,P1,,', '03-16 00:20,2,in_progress,P1,ann,'], measure: 'response', expect: { target: '30 min', due: '03-16 00:30', state: 'met' } },
  { name: 'in summer time too the day begins at local midnight', rows: ['04-12 23:59,1,new,P1,,'], measure: 'response', expect: { target: '30 min' } },
  { name: 'and a minute later it has begun', rows: ['04-13 00:00,1,new,P1,,'], measure: 'response', expect: { target: '45 min', due: '04-13 00:45' } },
  { name: 'it was raised before the first target', rows: ['2025-12-31 23:59,1,new,P1,,'], measure: 'response', expect: { level: 'P1', target: null, clock: null, due: null, state: 'no_target' } },
  { name: 'a target without a day was ever in force', rows: ['2019-05-01 10:00,1,new,P1,,', '2019-05-01 14:01,2,resolved,P1,,'], measure: 'resolution', expect: { target: '4 hours', state: 'breached' } },
  { name: 'a level that has no target', rows: ['03-02 09:00,1,new,P9,,'], measure: 'response', expect: { level: 'P9', target: null, state: 'no_target' } },
  { name: 'a level that has a target of the other measure alone', rows: ['03-02 09:00,1,new,P4,,'], measure: 'response', expect: { level: 'P4', state: 'no_target' } },
  { name: 'no level at all', rows: ['03-02 09:00,1,new,,,'], measure: 'resolution', expect: { level: null, state: 'no_target' } },
] // biome-ignore format: a table

const levels: TargetCase[] = [
  { name: 'raised lower later', rows: ['03-02 09:00,1,new,P1,,', '03-02 09:05,2,new,P4,,'], measure: 'response', expect: { level: 'P1', state: 'open_breached' } },
  { name: 'given a level after it was raised', rows: ['03-02 09:00,1,new,,,', '03-02 09:05,2,new,P1,,', '03-02 09:06,3,new,P2,,'], measure: 'response', expect: { level: 'P1' } },
  { name: 'in the order of its rows at one time', rows: ['03-02 09:00,2,new,P2,,', '03-02 09:00,1,new,P1,,'], measure: 'response', expect: { level: 'P1' } },
  { name: 'its target counts from its opening, which was earlier than its first row', rows: ['03-16 09:00,1,new,P1,,03-15 20:00'], measure: 'response', expect: { target: '15 min', due: '03-15 20:15' } },
] // biome-ignore format: a table

const clocks: TargetCase[] = [
  { name: 'hours on the business clock are open ones', rows: ['03-06 16:00,1,new,P2,,', '03-09 10:00,2,in_progress,P2,ann,'], measure: 'response', expect: { clock: 'business', calendar: 'main', due: '03-09 10:00', state: 'met' } },
  { name: 'a second too late is late', rows: ['03-06 16:00,1,new,P2,,', '03-09 10:00:01,2,in_progress,P2,ann,'], measure: 'response', expect: { due: '03-09 10:00', state: 'breached' } },
  { name: 'a business day over a bank holiday', rows: ['04-02 16:30,1,new,P2,,', '04-07 16:30,2,resolved,P2,ann,'], measure: 'resolution', expect: { due: '04-07 16:30', state: 'met' } },
  { name: 'days on the business clock are open ones', rows: ['03-06 16:00,1,new,P4,,', '03-10 16:01,2,resolved,P4,ann,'], measure: 'resolution', expect: { due: '03-10 16:00', state: 'breached' } },
  { name: 'over a change of clocks the wall time stays', rows: ['03-27 16:00,1,new,P2,,'], measure: 'resolution', expect: { due: '03-30 16:00', state: 'open_breached' } },
  { name: 'by a calendar of its own', rows: ['03-02 09:00,1,new,P3,,', '03-02 19:00,2,in_progress,P3,ann,'], measure: 'response', expect: { calendar: 'evening', due: '03-02 19:00', state: 'met' } },
  { name: 'the same ticket has another calendar for another target', rows: ['03-02 09:00,1,new,P3,,', '03-05 09:01,2,resolved,P3,ann,'], measure: 'resolution', expect: { calendar: 'main', due: '03-05 09:00', state: 'breached' } },
  { name: 'elapsed time runs at night', rows: ['03-06 22:00,1,new,P1,,', '03-07 02:00,2,resolved,P1,ann,'], measure: 'resolution', expect: { due: '03-07 02:00', state: 'met' } },
] // biome-ignore format: a table

const pauses: TargetCase[] = [
  { name: 'elapsed time of waiting', rows: ['03-02 09:00,1,new,P1,,', '03-02 10:00,2,waiting,P1,ann,', '03-02 15:00,3,in_progress,P1,ann,', '03-02 18:00,4,resolved,P1,ann,'], measure: 'resolution', expect: { due: '03-02 18:00', state: 'met' } },
  { name: 'waiting twice', rows: ['03-02 09:00,1,new,P1,,', '03-02 10:00,2,waiting,P1,ann,', '03-02 11:00,3,in_progress,P1,ann,', '03-02 11:30,4,waiting,P1,ann,', '03-02 12:30,5,in_progress,P1,ann,'], measure: 'resolution', expect: { due: '03-02 15:00', state: 'open_breached' } },
  { name: 'waiting that begins as it falls due is too late', rows: ['03-02 09:00,1,new,P1,,', '03-02 13:00,2,waiting,P1,ann,', '03-02 15:00,3,resolved,P1,ann,'], measure: 'resolution', expect: { due: '03-02 13:00', state: 'breached' } },
  { name: 'waiting after the deadline', rows: ['03-02 09:00,1,new,P1,,', '03-02 14:00,2,waiting,P1,ann,', '03-02 20:00,3,in_progress,P1,ann,'], measure: 'resolution', expect: { due: '03-02 13:00', state: 'open_breached' } },
  { name: 'waiting over a weekend takes nothing of business time', rows: ['03-06 12:00,1,new,P2,,', '03-06 17:00,2,waiting,P2,ann,', '03-09 09:00,3,in_progress,P2,ann,', '03-09 12:00,4,resolved,P2,ann,'], measure: 'resolution', expect: { due: '03-09 12:00', state: 'met' } },
  { name: 'waiting from Friday into Monday', rows: ['03-06 12:00,1,new,P2,,', '03-06 16:00,2,waiting,P2,ann,', '03-09 10:00,3,in_progress,P2,ann,'], measure: 'resolution', expect: { due: '03-09 14:00', state: 'open_breached' } },
  { name: 'waiting over a bank holiday', rows: ['04-02 16:00,1,new,P2,,', '04-02 16:30,2,waiting,P2,ann,', '04-07 10:00,3,in_progress,P2,ann,', '04-08 09:30,4,resolved,P2,ann,'], measure: 'resolution', expect: { due: '04-08 09:30', state: 'met' } },
  { name: 'a wait of no open minute does not bring it forward', rows: ['03-06 17:30,1,new,P2,,', '03-07 10:00,2,waiting,P2,ann,', '03-07 12:00,3,in_progress,P2,ann,'], measure: 'resolution', expect: { due: '03-10 09:00' } },
  { name: 'waiting now, since before it was due', rows: ['03-02 09:00,1,new,P1,,', '03-02 10:00,2,waiting,P1,ann,'], measure: 'resolution', expect: { due: '04-20 16:00', state: 'open_in_time' } },
  { name: 'waiting now, since after it was due', rows: ['03-02 09:00,1,new,P1,,', '03-02 14:00,2,waiting,P1,ann,'], measure: 'resolution', expect: { due: '03-02 13:00', state: 'open_breached' } },
  { name: 'it waited before it was opened', rows: ['03-02 08:00,1,waiting,P1,ann,03-02 09:00', '03-02 10:00,2,in_progress,P1,ann,03-02 09:00'], measure: 'resolution', expect: { due: '03-02 14:00' } },
  { name: 'by a calendar of its own, waiting in half an hour of it', rows: ['03-02 18:00,1,new,P3,,', '03-02 18:15,2,waiting,P3,robot,', '03-02 18:45,3,new,P3,robot,'], measure: 'response', expect: { due: '03-02 19:30' } },
  { name: 'a target that does not pause', rows: ['03-02 09:00,1,new,P3,,', '03-02 10:00,2,waiting,P3,ann,', '03-04 10:00,3,in_progress,P3,ann,'], measure: 'resolution', expect: { due: '03-05 09:00', state: 'open_breached' } },
] // biome-ignore format: a table

const states: TargetCase[] = [
  { name: 'resolved exactly when due', rows: ['03-02 09:00,1,new,P1,,', '03-02 13:00,2,resolved,P1,ann,'], measure: 'resolution', expect: { state: 'met' } },
  { name: 'open, and not due yet', rows: ['04-20 12:00,1,new,P1,,'], measure: 'resolution', expect: { due: '04-20 16:00', done: null, state: 'open_in_time' } },
  { name: 'open, and due at this very moment', rows: ['04-20 09:00,1,new,P1,,'], measure: 'resolution', expect: { due: '04-20 13:00', state: 'open_in_time' } },
  { name: 'cancelled', rows: ['03-02 09:00,1,new,P1,,', '03-02 13:30,2,cancelled,P1,ann,'], measure: 'resolution', expect: { target: '4 hours', state: 'excluded' } },
  { name: 'cancelled, and answered before', rows: ['03-02 09:00,1,new,P1,,', '03-02 09:05,2,in_progress,P1,ann,', '03-02 13:30,3,cancelled,P1,ann,'], measure: 'response', expect: { state: 'excluded' } },
  { name: 'reopened: it is not done', rows: ['03-02 09:00,1,new,P1,,', '03-02 10:00,2,resolved,P1,ann,', '03-02 11:00,3,in_progress,P1,ann,'], measure: 'resolution', expect: { done: null, state: 'open_breached' } },
  { name: 'reopened and resolved again: the last time counts', rows: ['03-02 09:00,1,new,P1,,', '03-02 10:00,2,resolved,P1,ann,', '03-02 11:00,3,in_progress,P1,ann,', '03-02 14:00,4,resolved,P1,ann,'], measure: 'resolution', expect: { done: '03-02 14:00', state: 'breached' } },
  { name: 'closed after it was resolved: the resolution counts', rows: ['03-02 09:00,1,new,P1,,', '03-02 10:00,2,resolved,P1,ann,', '03-05 11:00,3,closed,P1,ann,'], measure: 'resolution', expect: { done: '03-02 10:00', state: 'met' } },
  { name: 'done by a machine in time, and nobody took notice', rows: ['03-02 09:00,1,new,P1,,', '03-02 09:15,2,resolved,P1,robot,'], measure: 'response', expect: { done: null, state: 'excluded' } },
  { name: 'done by a machine too late, and nobody took notice', rows: ['03-02 09:00,1,new,P1,,', '03-02 09:16,2,resolved,P1,robot,'], measure: 'response', expect: { done: null, state: 'breached' } },
] // biome-ignore format: a table

const all = { 'the target is the one in force then': inForce, 'the level is that of the raising': levels, 'each target has its clock': clocks, 'a target that pauses leaves the waiting out': pauses, 'the state': states } // biome-ignore format: a row
const cases = Object.values(all).flat()
let found: Awaited<ReturnType<typeof attained>>
beforeAll(async () => {
  found = await attained(await nightOf(cases))
})

describe.each(Object.entries(all))('%s', (_, own) => {
  test.each(own.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(found.get(`T${cases.indexOf(one)} ${one.measure}`)).toMatchObject(one.expect)
  })
})

test('every ticket has both measures, whatever is promised of it', () => {
  const keys = cases.flatMap((_, index) => [`T${index} response`, `T${index} resolution`])
  expect([...found.keys()].sort()).toEqual(keys.sort())
})
