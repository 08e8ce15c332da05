package table

import (
	"context"

	"verbatim/kb/store"
)

// checkVectors refuses what cannot be kept.
func checkVectors(all []store.Vectors) error {
	for _, v := range all {
		if err := checkKey(v.Key); err != nil {
			return err
		}
		if v.Encoder == "" || len(v.Blob) == 0 {
			return store.Invalid("the vectors of %s %q need an encoder and numbers.", v.Kind, v.ID)
		}
		if err := checkTexts(v.Encoder, v.Texts); err != nil {
			return err
		}
	}
	return nil
}

// Vectors returns what an encoder made of the records that changed after rev.
func (d *Store) Vectors(ctx context.Context, encoder string, rev int64) ([]store.Vectors, error) {
	const vectors = "SELECT v.server, v.kind, v.statement, v.id, v.encoder, v.texts, v.blob FROM vectors AS v"
	query, args := vectors+" WHERE v.encoder = $1", []any{encoder}
	if rev > 0 {
		const ofRecord = vectors + " JOIN record AS r ON r.server = v.server AND r.kind = v.kind AND r.statement = v.statement AND r.id = v.id"
		query = ofRecord + " WHERE v.encoder = $1 AND r.rev > $2 UNION ALL " + ofRecord + ` JOIN landing AS l ON l.rev = r.rev AND l.server = r.server
			WHERE v.encoder = $1 AND l.landed > $2 AND l.rev <= $2`
		args = append(args, rev)
	}
	return list(ctx, d, scanVectors, query, args...)
}

func scanVectors(row Scanner) (v store.Vectors, err error) {
	err = row.Scan(&v.Server, &v.Kind, &v.Statement, &v.ID, &v.Encoder, &v.Texts, &v.Blob)
	return v, err
}

// vectorsWork may be done twice.
var vectorsWork = Work{Table: "vectors", Again: true}

// PutVectors keeps vectors that were made after their records were written.
func (d *Store) PutVectors(ctx context.Context, all ...store.Vectors) error {
	if err := checkVectors(all); err != nil || len(all) == 0 {
		return err
	}
	return d.write(ctx, vectorsWork, func(w *writer) error { return w.vectors(all) })
}

// vectors puts them beside their records; where none is, they are passed over.
func (w *writer) vectors(all []store.Vectors) error {
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
