-- +goose Up

CREATE TABLE vectors (
    server    TEXT  COLLATE "C" NOT NULL,
    kind      TEXT  COLLATE "C" NOT NULL,
    statement TEXT  COLLATE "C" NOT NULL,
    id        TEXT  COLLATE "C" NOT NULL,
    encoder   TEXT  COLLATE "C" NOT NULL CHECK (encoder <> ''),
    texts     TEXT  COLLATE "C" NOT NULL,
    blob      BYTEA NOT NULL,
    PRIMARY KEY (server, kind, statement, id),
    FOREIGN KEY (server, kind, statement, id) REFERENCES record (server, kind, statement, id)
);
