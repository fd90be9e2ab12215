import { makeCells } from '../../etl/cells/cells.ts'
import type { Database } from '../../etl/db/database.ts'
import { memory } from '../support/memory.ts'

/** Two hundred tickets of half a year and twenty escalations, with a department that looks like a path. */
const items = `
  create table fct_all_items as
  select case when i < 200 then 'ticket' else 'escalation' end as item_kind, i::varchar as item_id,
    'Service ' || i % 3 as service, case when i % 7 > 0 then 'P' || i % 4 end as priority, 'Team ' || i % 2 as team,
    'Category ' || i % 40 as category, case when i % 5 = 0 then '../History "&" Art' else 'Physics' end as department,
    i % 50 = 1 as is_major_child, date '2026-01-05' + (i * 13 % 181)::integer as received_day
  from range(220) as numbers(i)`

/** The days of that half year, by week and by month. */
const days = `
  create table dim_days as
  select period, date_trunc(period, day)::date as from_day, day::date as day
  from generate_series(date '2026-01-01', date '2026-07-20', interval 1 day) as days(day), (values ('week'), ('month'), ('year')) as periods(period)`

/**
 * A counted share, a weighted one of three days of each item, which lie in one, two or three weeks, and in one month or two,
 * and a time; some unsettled, unknown or without minutes.
 */
const observations = `
  create table observations as
  with made as (select *, item_id::integer as i from fct_all_items)
  select 'acknowledged' as measure, 'share' as part, 'within' as id, item_kind, item_id, received_day as day,
    case when i % 11 > 0 then (i % 3 > 0)::integer end::double as hit, null::double as weight, null::double as minutes,
    null::double as business_minutes, null::boolean as is_event, i % 17 > 0 as is_settled, service, priority, team, category, department, is_major_child
  from made
  union all by name
  select 'updated' as measure, 'share' as part, 'heard' as id, item_kind, item_id, received_day + (5 * nth)::integer as day, i * (nth + 1) * 0.37 as hit,
    i * (nth + 1) * 1.25 as weight, true as is_settled, service, priority, team, category, department, is_major_child
  from made, range(3) as days(nth)
  union all by name
  select 'acknowledged' as measure, 'time' as part, 'done' as id, item_kind, item_id, received_day as day,
    case when i % 13 > 0 then 1.7 ** (i % 23) - 1 end as minutes, case when i % 4 > 0 then i * 0.9 else 0 end as business_minutes,
    i % 6 > 0 as is_event, service, priority, team, category, department, is_major_child
  from made
  union all by name
  select 'right-route' as measure, 'share' as part, 'route' as id, item_kind, item_id, received_day as day, 1::double as hit,
    true as is_settled, service, priority, team, category, department, is_major_child
  from made`

/** All of it is in cells but the route. */
const declared = `
  create table declared as
  select row_number() over ()::smallint as figure, * from (
    select distinct measure, part, id, item_kind, id <> 'route' as is_in_cells, id = 'heard' as is_weighted from observations
  )`

/** The same in numbers, as the figures keep it. */
const observed = `
  create table observed as
  select d.figure, i.rowid::integer as item, o.day, o.hit, coalesce(o.weight, 1) as weight, o.minutes, o.business_minutes, o.is_event,
    coalesce(o.is_settled, true) as is_settled
  from observations as o
  join declared as d using (measure, part, id, item_kind)
  join fct_all_items as i using (item_kind, item_id)`

/** Statements that put `observations` into numbers, of the items in `fct_all_items`. */
export const numbered = [declared, observed] as const

/** A database with all of this and its cells. */
export async function counted(): Promise<Database> {
  const database = await memory()
  for (const sql of [items, days, observations, ...numbered]) await database.run(sql)
  await makeCells(database)
  return database
}
