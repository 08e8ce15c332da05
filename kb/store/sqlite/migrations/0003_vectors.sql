-- +goose Up

-- What a sentence encoder made of the texts of a record that is there. It can
-- be made again, so it has no history and raises no counter.
CREATE TABLE vectors (
    server    TEXT NOT NULL,
    kind      TEXT NOT NULL,
    statement TEXT NOT NULL,
    id        TEXT NOT NULL,
    encoder   TEXT NOT NULL CHECK (encoder <> ''), -- its name and version
    texts     TEXT NOT NULL,                       -- hash of what it was given
    blob      BLOB NOT NULL,
    PRIMARY KEY (server, kind, statement, id),
    FOREIGN KEY (server, kind, statement, id) REFERENCES record (server, kind, statement, id)
) STRICT;
