/** Releases made by hand for the site's tests: a full one, a first night, and one with every fault of data. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest, MeasureFile, RunFile, StaffFile } from '../../data/contract.ts'
import type { Operations } from '../../site/release.ts'
import { acknowledged } from './fixture-acknowledged.ts'
import { flow, levels, plainCalendar, targets } from './fixture-guidance.ts'
import { improvements } from './fixture-improvements.ts'
import { ownerLoad, recurring } from './fixture-load.ts'
import { shareMeasures } from './fixture-measures.ts'
import { nothingWaits, waiting } from './fixture-operations.ts'
import { fewFigures, noFigures, staff } from './fixture-staff.ts'
import { troubledMeasures, troubledRun } from './fixture-troubles.ts'

export type Fixture = {
  manifest: Manifest
  run: RunFile
  measures: MeasureFile[]
  staff: StaffFile
  operations: Operations
}

export const asOf = '2026-11-20T17:00:00.000Z'

export const manifest: Manifest = {
  contract_version: 1,
  run: '20261120T170000000Z',
  as_of: asOf,
  previous_as_of: null,
  known_until: asOf,
  built_at: '2026-11-21T03:00:12.000Z',
  next_update_due_at: '2026-11-22T03:00:00.000Z',
  is_sample: true,
  institution: {
    name: 'University of Somewhere',
    department: 'IT Services',
    timezone: 'Europe/London',
    accent: '#1d4f91',
    contact: {
      escalations_email: 'escalations@somewhere.example',
      service_desk_phone: '020 7946 0000',
      live_chat_url: null,
      service_desk_hours: 'Monday to Friday, 8:00 to 18:00',
      read_more_url: 'https://somewhere.example/it/escalations',
    },
    ticket_number: { pattern: '\\bINC\\d{6,}\\b', example: 'INC0123456' },
  },
  suppress_below: 5,
  window_days: 28,
  within: { acknowledged: '1 business day', investigated: '3 business days', updated: '5 business days' },
  sources: [
    { name: 'incidents', entity: 'ticket', known_until: asOf, is_stale: false, max_age_days: null },
    {
      name: 'escalation-log',
      entity: 'escalation',
      known_until: '2026-11-20T16:56:00.000Z',
      is_stale: false,
      max_age_days: 2,
    },
  ],
  measures: [
    'acknowledged',
    'investigated',
    'owned',
    'updated',
    'before-target',
    'right-route',
    'effort',
    'service-levels',
    'escalation-rate',
    'owner-load',
    'recurring',
    'improvements',
  ],
  promises: [
    ['acknowledged', 'We will acknowledge … all escalation requests', 'acknowledged'],
    ['investigated', 'We will … investigate all escalation requests', 'investigated'],
    ['owned', 'all items will have a designated owner throughout the escalation process', 'owned'],
    ['owner-load', 'all items will have a designated owner', 'owner-load'],
    ['recurring', 'ITS can quickly identify and address issues, spot and monitor trends', 'recurring'],
    ['updated', 'We will also keep you updated regularly', 'updated'],
    ['service-levels', 'within established time frames', 'service-levels'],
    ['before-target', 'review our service level targets before escalating', 'before-target'],
    ['right-route', 'not for in-the-moment emergencies', 'right-route'],
    ['escalation-rate', 'spot and monitor trends', 'escalation-rate'],
    ['improvements', 'long-term improvements in IT performance', 'improvements'],
    ['effort', 'efficiency in resolving IT issues', 'effort'],
    ['satisfaction', 'increase … user satisfaction', 'satisfaction'],
  ].map(([id = '', sentence = '', measure = ''], order) => ({
    id,
    kind: id === 'before-target' || id === 'right-route' ? ('request' as const) : ('promise' as const),
    sentence,
    measure,
    order: order + 1,
  })),
  pages: [
    {
      id: 'when',
      title: 'When to escalate',
      order: 1,
      body: 'Write to us if one is true.\n\n- You are not happy.\n- It does harm.\n\n> We encourage you to escalate.',
    },
    {
      id: 'when-not',
      title: 'Emergencies',
      order: 2,
      body: 'Is it urgent right now? Do not send an e-mail. Call us.',
    },
    {
      id: 'how',
      title: 'How to escalate',
      order: 3,
      body: '1. Send an e-mail.\n2. Put your ticket number in it.\n\nPlease do not write to the leadership team.',
    },
    {
      id: 'what-happens-next',
      title: 'What happens next',
      order: 4,
      body: '- We tell you that we have it.\n- It has an owner.\n\n| step | who |\n| - | - |\n| reply | us |',
    },
    {
      id: 'template',
      title: 'A text to copy',
      order: 6,
      body: 'Copy these lines.\n\n```\nMy ticket number:\nI need it by:\n```\n\nNo number? Write the room.',
    },
  ],
  flow,
  levels,
  targets,
  calendars: [plainCalendar],
  privacy: {
    landed_days: 1095,
    quarantine_days: 90,
    releases_kept: 30,
    leadership_owners: 'hidden',
    operations_owners: 'named',
  },
  changes: [
    { date: '2025-02-24', title: 'New print servers', kind: 'improvement' },
    { date: '2026-02-16', title: 'Clean-up tool on all desktops', kind: 'improvement' },
  ],
  terms: [
    { year: '2025/26', name: 'Semester A', from: '2025-09-22', to: '2025-12-12' },
    { year: '2025/26', name: 'Semester B', from: '2026-01-19', to: '2026-04-10' },
    { year: '2026/27', name: 'Semester A', from: '2026-09-21', to: '2026-12-11' },
  ],
  warnings: [],
}

const run: RunFile = {
  run: manifest.run,
  as_of: asOf,
  started_at: '2026-11-21T03:00:00.000Z',
  finished_at: '2026-11-21T03:00:12.000Z',
  files: [
    {
      name: 'incident-log-2026-11-20.csv',
      sha256: 'a'.repeat(64),
      source: 'incidents',
      format: 'servicenow-log',
      encoding: 'utf-8',
      exported_at: asOf,
      records: 231_919,
      kept: 231_900,
      superseded: 0,
      duplicate: 12,
      quarantined: { bad_date: 5, unknown_value: 2 },
      unknown_columns: ['u_internal_note'],
      refused: null,
    },
  ],
  stages: [
    { name: 'ingest', seconds: 2.4 },
    { name: 'facts', seconds: 3.1 },
  ],
  checks: [
    { name: 'backlog_balances', severity: 'error', rows: 0 },
    { name: 'owners_are_known', severity: 'warning', rows: 0 },
  ],
  stale: [],
  drift: [],
  corrections: [],
  restated: [],
  restated_days: 0,
  warnings: [],
}

/** Two years of everything. */
export const full = (): Fixture => ({
  manifest: structuredClone(manifest),
  run: structuredClone(run),
  measures: [
    acknowledged(asOf),
    ...shareMeasures(asOf),
    ownerLoad(asOf),
    recurring(asOf),
    improvements(asOf),
  ],
  staff: staff(asOf),
  operations: waiting(asOf),
})

const emptied = (measure: MeasureFile): MeasureFile => ({
  ...measure,
  headline: null,
  figures: [],
  series: [],
  curves: [],
  breakdowns: [],
})

/** The first night: nothing was ever read. */
export const firstNight = (): Fixture => {
  const { manifest: whole, run: night, measures } = full()
  return {
    staff: noFigures(asOf),
    operations: nothingWaits(asOf),
    manifest: {
      ...whole,
      is_sample: false,
      sources: whole.sources.map((source) => ({ ...source, known_until: null, is_stale: true })),
      changes: [],
      terms: [],
    },
    run: { ...night, files: [], checks: [], stages: [] },
    measures: measures.map(emptied),
  }
}

/** Every fault at once: stale, refused, quarantined, warned of, restated, too few, not to be told, not reached. */
export const troubled = (): Fixture => {
  const { manifest: whole, run: night, measures, ...rest } = full()
  return {
    ...rest,
    manifest: {
      ...whole,
      institution: {
        ...whole.institution,
        accent: '#ffe600',
        contact: { ...whole.institution.contact, service_desk_phone: null, read_more_url: null },
      },
      sources: whole.sources.map((source) => ({ ...source, is_stale: source.entity === 'escalation' })),
      warnings: ['changes.yaml, line 4: the date "soon" is no date. The entry was left out.'],
    },
    run: troubledRun(night),
    staff: fewFigures(asOf),
    measures: troubledMeasures(measures, emptied),
  }
}

/** Writes a fixture as a release folder. */
export const writeRelease = (folder: string, fixture: Fixture): void => {
  const { manifest: whole, run: night, measures, staff: figures, operations } = fixture
  for (const name of ['measures', 'operations']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(whole))
  writeFileSync(join(folder, 'run.json'), JSON.stringify(night))
  writeFileSync(join(folder, 'staff.json'), JSON.stringify(figures))
  writeFileSync(join(folder, 'operations', 'waiting.json'), JSON.stringify(operations.waiting))
  writeFileSync(join(folder, 'operations', 'set-aside.json'), JSON.stringify(operations.setAside))
  writeFileSync(join(folder, 'operations', 'formats.json'), JSON.stringify(operations.formats))
  for (const measure of measures) {
    writeFileSync(join(folder, 'measures', `${measure.id}.json`), JSON.stringify(measure))
  }
}
