-- +goose Up

CREATE TABLE landing (
    rev    BIGINT NOT NULL,
    server TEXT   COLLATE "C" NOT NULL,
    author TEXT   COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL,
    landed BIGINT NOT NULL,
    PRIMARY KEY (rev, server)
);
