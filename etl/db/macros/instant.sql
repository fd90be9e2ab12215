-- A cell of an export as a point in time. `latest` and `earliest` differ where only the day is known.
-- A date before 1970 or after 9999 is none: no ticketing tool wrote it, a wrong format did.
-- Clock changes: the later reading, as ICU and Temporal's `later` have it; both kinds are flagged.
create macro local_time(cell, formats, day_formats) as coalesce(
    try_strptime(cell, formats),
    try_strptime(cell, day_formats),
    case when list_contains(formats, 'iso') then try_cast(cell as timestamp) end,
    case when list_contains(formats, 'excel') and regexp_full_match(cell, '\d{1,7}(\.\d+)?')
        then timestamp '1899-12-30' + to_seconds(round(try_cast(cell as double) * 86400)::bigint) end
);

create macro offset_instant(cell, formats, offset_formats) as coalesce(
    -- to find that no format fits is slow, and nearly none has an offset
    case when offset_formats[1] <> chr(1) then try_strptime(cell, offset_formats)::timestamptz end, case
    -- DuckDB reads neither a time without seconds nor a blank before the offset
    when list_contains(formats, 'iso') and regexp_matches(cell, '\d ?(Z|[+-]\d{2}(:?\d{2})?)$') and contains(cell, ':')
        then coalesce(try_cast(cell as timestamptz),
            try_cast(regexp_replace(cell, ' (Z|[+-][\d:]+)$', '\1') as timestamptz),
            try_cast(regexp_replace(cell, ' ?(Z|[+-][\d:]+)$', ':00\1') as timestamptz))
    when list_contains(formats, 'epoch') and regexp_full_match(cell, '\d{9,13}(\.\d+)?')
        then to_timestamp(try_cast(cell as double) / case when try_cast(cell as double) > 1e11 then 1000 else 1 end)
end);

create macro is_day_only(cell, formats, day_formats) as case
    when try_strptime(cell, formats) is not null then false
    when try_strptime(cell, day_formats) is not null then true
    when list_contains(formats, 'iso') then regexp_full_match(cell, '\d{4}-\d{2}-\d{2}')
    else false
end;

-- What a cell says, read once: a wall time, or an instant where it says its offset; of the years in which tools write times.
create macro clock_time(cell, formats, day_formats, offset_formats) as {
    wall: local_time(cell, formats, day_formats),
    known: offset_instant(cell, formats, offset_formats),
    is_day: is_day_only(cell, formats, day_formats)
};

create macro located_instant(wall, known, is_day, zone) as {
    earliest: coalesce(known, timezone(zone, wall)),
    latest: coalesce(known,
        case when is_day then timezone(zone, wall + interval 1 day) - interval 1 second else timezone(zone, wall) end),
    is_day: is_day and known is null,
    flag: case
        when known is not null or wall is null or is_day then null
        -- to look it up in the zone is slow, and nearly no day has a change of clocks (`setZone`)
        when zone = getvariable('clock_changes_of') and wall < timestamp '2101-01-01'
            and get_bit(getvariable('clock_changes'), (wall::date - date '1970-01-01')::integer) = 0 then null
        when timezone(zone, timezone(zone, wall)) <> wall then 'tz_gap'
        when timezone(zone, timezone(zone, wall) - interval 1 hour) = wall
            -- Lord Howe Island turns its clocks by half an hour
            or timezone(zone, timezone(zone, wall) - interval 30 minute) = wall then 'tz_ambiguous'
    end
};

-- Where a clock time stands in a zone.
create macro located(clock, zone) as located_instant(
    case when clock.known is null and clock.wall >= timestamp '1970-01-01' and clock.wall < timestamp '10000-01-01'
        then clock.wall end,
    case when clock.known >= timestamptz '1970-01-01 00:00:00Z' and clock.known < timestamptz '10000-01-01 00:00:00Z'
        then clock.known end,
    clock.is_day,
    zone
);

create macro instant(cell, formats, day_formats, offset_formats, zone) as
    located(clock_time(cell, formats, day_formats, offset_formats), zone);

-- What a cell means by a value map given as two lists; null where the map does not know it.
create macro meaning(cell, written, meant) as meant[list_position(written, cell)];

-- A day that is known by an export ended, for what it tells, no later than the export.
create macro time_known(moment, exported_at) as
    case when moment.is_day then least(moment.latest, greatest(exported_at, moment.earliest)) else moment.latest end;
