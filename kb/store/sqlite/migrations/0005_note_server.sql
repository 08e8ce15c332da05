-- +goose Up

-- Who has too many notes of a kind loses their own oldest ones.
CREATE INDEX note_server ON note (kind, server, seq);
