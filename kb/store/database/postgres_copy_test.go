//go:build unix

package database_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/store/storetest"
)

func TestADatabaseMovesToAServerAndBack(t *testing.T) {
	ctx := context.Background()
	server := storetest.Postgres(t)
	file, url, other := filepath.Join(t.TempDir(), "from.db"), server.Database(t), server.Database(t)
	s := mustOpen(t, file)
	furnish(t, s)
	_, err := database.Copy(ctx, file, url, store.Options{})
	must(t, err)
	_, err = database.Copy(ctx, file, url, store.Options{})
	wantSentence(t, err, store.CodeExists, "")
	_, err = database.Copy(ctx, url, other, store.Options{})
	must(t, err)
	back, backup := filepath.Join(t.TempDir(), "back.db"), filepath.Join(t.TempDir(), "backup.db")
	told, err := database.Copy(ctx, url, back, store.Options{})
	must(t, err)
	if told.Records != 701 || told.Revisions != 703 {
		t.Errorf("copied %+v", told)
	}
	at := mustOpen(t, url)
	must(t, at.Backup(ctx, backup))
	for _, copied := range []store.Store{mustOpen(t, back), mustOpen(t, backup), at, mustOpen(t, other)} {
		wantLike(t, copied, s)
	}
}

func TestACopyThatIsNotLikeTheOriginalIsThrownAway(t *testing.T) {
	server := storetest.Postgres(t)
	file, url := filepath.Join(t.TempDir(), "from.db"), server.Database(t)
	furnish(t, mustOpen(t, file))
	for what, spoil := range map[string]string{
		"a row is another": "NEW.body := 'null'; RETURN NEW;",
		"a row is missing": "IF NEW.id = 'a' THEN RETURN NULL; END IF; RETURN NEW;",
	} {
		t.Run(what, func(t *testing.T) {
			to := mustOpen(t, url)
			server.Exec(t, url, `CREATE OR REPLACE FUNCTION verbatim.spoil() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN `+strings.ReplaceAll(spoil, "'", "''")+` END'`)
			server.Exec(t, url, `CREATE OR REPLACE TRIGGER spoil BEFORE INSERT ON verbatim.note FOR EACH ROW EXECUTE FUNCTION verbatim.spoil()`)
			_, err := database.Copy(context.Background(), file, url, store.Options{})
			wantSentence(t, err, store.CodeFailed, "")
			if !strings.Contains(err.Error(), "row 1 of table note") && !strings.Contains(err.Error(), "row 2 of table note") {
				t.Errorf("it does not say where: %v", err)
			}
			if all := live(t, to); len(all) != 0 {
				t.Errorf("%d records were left", len(all))
			}
		})
	}
}
