package main

import (
	"testing"

	"verbatim/kb/quota"
)

func TestQuotasAreReadFromTheEnvironment(t *testing.T) {
	t.Setenv("VERBATIM_QUOTA_FACTS", "7")
	t.Setenv("VERBATIM_QUOTA_CITATIONS", "3")
	q, err := quotas()
	if err != nil || q.OrUsual().Facts != 7 || q.OrUsual().Citations != 3 || q.OrUsual().Bytes != quota.Usual.Bytes {
		t.Errorf("%+v, %v", q, err)
	}
	for _, bad := range []string{"0", "-1", "many", "1e9"} {
		t.Setenv("VERBATIM_QUOTA_FACTS", bad)
		if _, err := quotas(); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
