-- +goose Up

-- What readers compare to know whether anything was written. The one row is
-- raised in every write transaction, so its order is the order of commits.
CREATE TABLE meta (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    rev INTEGER NOT NULL
) STRICT;
INSERT INTO meta (id, rev) VALUES (1, 0);

-- Every record as it is now; one that was removed stays as a tombstone.
CREATE TABLE record (
    server     TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind <> ''),
    statement  TEXT    NOT NULL,
    id         TEXT    NOT NULL CHECK (id <> ''),
    body       TEXT    NOT NULL,
    origin     TEXT    NOT NULL, -- who has it; '' when nobody has
    version    INTEGER NOT NULL CHECK (version > 0),
    rev        INTEGER NOT NULL,
    removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),
    updated_at INTEGER NOT NULL, -- Unix time in milliseconds, as all times here
    PRIMARY KEY (server, kind, statement, id)
) STRICT;
CREATE INDEX record_rev ON record (rev);
CREATE INDEX record_origin ON record (origin, server);

-- Every record as it was after each change.
CREATE TABLE revision (
    seq        INTEGER PRIMARY KEY,
    server     TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    statement  TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    origin     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    rev        INTEGER NOT NULL,
    removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),
    updated_at INTEGER NOT NULL,
    author     TEXT    NOT NULL,
    action     TEXT    NOT NULL,
    UNIQUE (server, kind, statement, id, version),
    FOREIGN KEY (server, kind, statement, id) REFERENCES record (server, kind, statement, id)
) STRICT;
CREATE INDEX revision_rev ON revision (rev);

-- +goose StatementBegin
CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
BEGIN
    SELECT RAISE(ABORT, 'revisions are never deleted');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER revision_is_only_erased BEFORE UPDATE ON revision
WHEN NEW.body <> 'null' OR NEW.author <> ''
BEGIN
    SELECT RAISE(ABORT, 'revisions are never changed, but for erasing');
END;
-- +goose StatementEnd

-- What was loaded, and from which content.
CREATE TABLE origin (
    server    TEXT    NOT NULL,
    name      TEXT    NOT NULL CHECK (name <> ''),
    hash      TEXT    NOT NULL,
    loaded_at INTEGER NOT NULL,
    PRIMARY KEY (server, name)
) STRICT;

-- Writes that must not be made twice, and the rev that they got.
CREATE TABLE once (
    key     TEXT    PRIMARY KEY,
    rev     INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX once_made_at ON once (made_at);

-- What was computed from the records and may be computed again.
CREATE TABLE learned (
    seq  INTEGER PRIMARY KEY, -- the highest is the newest
    name TEXT NOT NULL,
    key  TEXT NOT NULL,
    blob BLOB NOT NULL,
    UNIQUE (name, key)
) STRICT;
