-- The daily backlog as it was published, one row a day, kind and team: a day was published by one run.
select day, item_kind, team, arrived, reopened, transferred_in, transferred_out, closed, open_at_end, published_run, published_at
from read_parquet($history)
