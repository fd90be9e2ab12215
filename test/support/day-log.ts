import { csv } from './config.ts'

/** A log of escalations whose rows may tell a day alone, and its files. */
export const source = `
- name: log
  files: "log*.csv"
  format: table
  entity: escalation
  grain: event
  columns: { id: id, at: { column: at, format: ["%Y-%m-%dT%H:%M", "%Y-%m-%d"] }, order: order, event: event, status: status, owner: owner }
`
export const header = 'id,at,order,event,status,owner'
export const next = '2026-03-03'
const exported = '2026-03-20T18:00:00Z'
export const log = (...lines: string[]) => ({ content: csv(header, ...lines), at: exported })
