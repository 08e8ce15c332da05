-- +goose Up

-- Loads that are written in pieces. Until one has landed, no reader sees what has its
-- rev; it lands in one write, whose number it keeps.
CREATE TABLE landing (
    rev    INTEGER NOT NULL, -- of all that it writes
    server TEXT    NOT NULL, -- in which it loads; one row for each
    author TEXT    NOT NULL, -- until it has landed
    at     INTEGER NOT NULL, -- Unix time in milliseconds, of the last piece
    landed INTEGER NOT NULL, -- the write by which it is seen; 0 until then
    PRIMARY KEY (rev, server)
) STRICT;
