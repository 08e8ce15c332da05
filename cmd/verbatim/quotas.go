package main

import (
	"fmt"
	"os"
	"strconv"

	"verbatim/kb/quota"
)

// quotas are those of the environment; what it does not say is zero.
func quotas() (q quota.Quotas, err error) {
	for name, number := range map[string]*int{
		"BYTES": &q.Bytes, "PARAGRAPHS": &q.Paragraphs, "FACTS": &q.Facts,
		"PHRASINGS": &q.Phrasings, "ALIASES": &q.Aliases, "CITATIONS": &q.Citations,
	} {
		name = "VERBATIM_QUOTA_" + name
		said := os.Getenv(name)
		if said == "" {
			continue
		}
		if *number, err = strconv.Atoi(said); err != nil || *number < 1 {
			return q, fmt.Errorf("%s must be a whole number from 1 on, not %q", name, said)
		}
	}
	return q, nil
}
