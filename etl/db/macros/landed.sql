-- The sum of an export, by which what is kept of it is named: `…/<sha256>.parquet`.
create macro file_of(path) as left(right(path, 72), 64);
