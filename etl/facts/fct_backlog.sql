-- One row a day, kind and team: open = open of the day before + arrived + reopened + transferred_in - transferred_out
-- - closed. An item arrives in the first team that it is known to have been in.
with begun as (
    select item_kind, item_id, received_at from fct_items
),
first_teams as (
    select item_kind, item_id, arg_min(team, position) as team
    from fct_events
    where kind = 'team_changed'
    group by item_kind, item_id
),
changes as (
    select b.item_kind, b.item_id, b.received_at as occurred_at, 0 as position, 'received' as kind, f.team, false as is_done
    from begun as b
    left join first_teams as f on f.item_kind = b.item_kind and f.item_id = b.item_id
    union all by name
    select e.item_kind, e.item_id, greatest(e.occurred_at, b.received_at) as occurred_at, e.position, e.kind,
        case when e.kind = 'team_changed' then coalesce(e.team, '') end as team,
        case when e.kind <> 'team_changed' then e.status in ('resolved', 'closed', 'cancelled') end as is_done
    from fct_events as e
    join begun as b on b.item_kind = e.item_kind and b.item_id = e.item_id
    where e.kind in ('team_changed', 'status_changed', 'resolved', 'closed', 'cancelled', 'reopened')
),
stood as (
    select item_kind, item_id, occurred_at, position, kind,
        coalesce(last_value(team ignore nulls) over so_far, '') as team,
        last_value(is_done ignore nulls) over so_far as is_done
    from changes
    window so_far as (partition by item_kind, item_id order by position rows between unbounded preceding and current row)
),
compared as (
    select *, lag(team) over in_turn as team_before, lag(is_done) over in_turn as was_done,
        timezone($timezone, occurred_at)::date as day
    from stood
    window in_turn as (partition by item_kind, item_id order by position)
),
flows as (
    select day, item_kind, team, 1 as arrived, 0 as reopened, 0 as transferred_in, 0 as transferred_out, 0 as closed
    from compared where kind = 'received'
    union all
    select day, item_kind, team, 0, 1, 0, 0, 0 from compared where was_done and not is_done
    union all
    select day, item_kind, team, 0, 0, 1, 0, 0 from compared where not was_done and not is_done and team <> team_before
    union all
    select day, item_kind, team_before, 0, 0, 0, 1, 0 from compared where not was_done and not is_done and team <> team_before
    union all
    select day, item_kind, team, 0, 0, 0, 0, 1 from compared where not was_done and is_done
),
daily as (
    select day, item_kind, team, sum(arrived) as arrived, sum(reopened) as reopened, sum(transferred_in) as transferred_in,
        sum(transferred_out) as transferred_out, sum(closed) as closed
    from flows
    group by day, item_kind, team
),
days as (
    select unnest(generate_series(min(day), timezone($timezone, $as_of::timestamptz)::date, interval 1 day))::date as day from daily
),
every_day as (
    select d.day, k.item_kind, k.team
    from days as d cross join (select distinct item_kind, team from daily) as k
)
select e.day, e.item_kind, nullif(e.team, '') as team,
    coalesce(f.arrived, 0)::integer as arrived,
    coalesce(f.reopened, 0)::integer as reopened,
    coalesce(f.transferred_in, 0)::integer as transferred_in,
    coalesce(f.transferred_out, 0)::integer as transferred_out,
    coalesce(f.closed, 0)::integer as closed,
    coalesce(sum(f.arrived + f.reopened + f.transferred_in - f.transferred_out - f.closed)
        over (partition by e.item_kind, e.team order by e.day), 0)::integer as open_at_end
from every_day as e
left join daily as f on f.day = e.day and f.item_kind = e.item_kind and f.team = e.team
