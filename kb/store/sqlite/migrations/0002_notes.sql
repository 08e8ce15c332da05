-- +goose Up

-- What is kept for a while only. It has no history, and no reader has it in
-- memory, so it raises no counter.
CREATE TABLE note (
    seq    INTEGER PRIMARY KEY, -- the lowest is the oldest
    kind   TEXT    NOT NULL CHECK (kind <> ''),
    id     TEXT    NOT NULL CHECK (id <> ''),
    server TEXT    NOT NULL,
    body   TEXT    NOT NULL,
    until  INTEGER NOT NULL, -- Unix time in milliseconds, from when on it is gone
    UNIQUE (kind, id)
) STRICT;
CREATE INDEX note_age ON note (kind, seq);
CREATE INDEX note_until ON note (until);

-- How often something happened on a day.
CREATE TABLE tally (
    server TEXT    NOT NULL,
    day    TEXT    NOT NULL, -- YYYY-MM-DD
    name   TEXT    NOT NULL CHECK (name <> ''),
    n      INTEGER NOT NULL,
    PRIMARY KEY (server, day, name)
) STRICT;
CREATE INDEX tally_day ON tally (day);

-- Counts were records before, one more every ten minutes.
INSERT INTO tally (server, day, name, n)
SELECT r.server, json_extract(r.body, '$.day'), one.key, sum(one.value)
FROM record AS r, json_each(r.body, '$.outcomes') AS one
WHERE r.kind = 'count' AND r.removed = 0
GROUP BY 1, 2, 3;
INSERT INTO tally (server, day, name, n)
SELECT r.server, json_extract(r.body, '$.day'), one.key, sum(one.value)
FROM record AS r, json_each(r.body, '$.facts') AS one
WHERE r.kind = 'count' AND r.removed = 0
GROUP BY 1, 2, 3;
UPDATE record SET removed = 1 WHERE kind = 'count';
