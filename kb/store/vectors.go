package store

import "context"

// Vectors are what a sentence encoder made of the texts of one record: of each
// phrasing, answer and quote of a fact, of each window of a source's text. They
// stay beside the record until it is removed or they are put anew. They are no
// part of its history, and putting them raises no rev.
//
// Whoever reads them compares Encoder and Texts with what would be encoded now,
// and encodes anew where they differ: editing a record leaves its vectors.
type Vectors struct {
	Key
	Encoder string // name and version of what made them; never empty
	Texts   string // hash of the texts that they were made of, as the caller makes it
	Blob    []byte // the numbers, in the caller's layout; never empty
}

// checkVectors refuses what cannot be kept.
func checkVectors(all []Vectors) error {
	for _, v := range all {
		if err := checkKey(v.Key); err != nil {
			return err
		}
		if v.Encoder == "" || len(v.Blob) == 0 {
			return invalid("the vectors of %s %q need an encoder and numbers.", v.Kind, v.ID)
		}
		if err := checkTexts(v.Encoder, v.Texts); err != nil {
			return err
		}
	}
	return nil
}

// Vectors returns what an encoder made of the records that changed after rev.
func (d *database) Vectors(ctx context.Context, encoder string, rev int64) ([]Vectors, error) {
	const vectors = "SELECT v.server, v.kind, v.statement, v.id, v.encoder, v.texts, v.blob FROM vectors AS v"
	query, args := vectors+" WHERE v.encoder = $1", []any{encoder}
	if rev > 0 {
		query = vectors + ` JOIN record AS r ON r.server = v.server AND r.kind = v.kind AND r.statement = v.statement AND r.id = v.id
			WHERE v.encoder = $1 AND r.rev > $2`
		args = append(args, rev)
	}
	return list(ctx, d, scanVectors, query, args...)
}

func scanVectors(row scanner) (v Vectors, err error) {
	err = row.Scan(&v.Server, &v.Kind, &v.Statement, &v.ID, &v.Encoder, &v.Texts, &v.Blob)
	return v, err
}

// vectorsWork may be done twice.
var vectorsWork = work{table: "vectors", again: true}

// PutVectors keeps vectors that were made after their records were written.
func (d *database) PutVectors(ctx context.Context, all ...Vectors) error {
	if err := checkVectors(all); err != nil || len(all) == 0 {
		return err
	}
	return d.write(ctx, vectorsWork, func(w *writer) error { return w.vectors(all) })
}

// vectors puts them beside their records; where none is, they are passed over.
func (w *writer) vectors(all []Vectors) error {
	rows := make([][]any, len(all))
	for i, v := range all {
		rows[i] = []any{v.Server, v.Kind, v.Statement, v.ID, v.Encoder, v.Texts, v.Blob}
	}
	return w.each(`INSERT INTO vectors (server, kind, statement, id, encoder, texts, blob)
		SELECT $1, $2, $3, $4, $5, $6, $7 WHERE EXISTS (SELECT 1 FROM record
			WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 AND NOT removed)
		ON CONFLICT (server, kind, statement, id) DO UPDATE SET
			encoder = excluded.encoder, texts = excluded.texts, blob = excluded.blob`, rows)
}

// PruneVectors drops what other encoders made.
func (d *database) PruneVectors(ctx context.Context, encoder string) error {
	if encoder == "" {
		return invalid("an encoder whose vectors are to stay needs a name.")
	}
	return d.write(ctx, vectorsWork, func(w *writer) error {
		return w.exec("DELETE FROM vectors WHERE encoder <> $1", encoder)
	})
}
