package serve

import "testing"

func TestFromInside(t *testing.T) {
	for address, want := range map[string]string{
		":9464": "127.0.0.1:9464", "0.0.0.0:80": "127.0.0.1:80", "[::]:80": "127.0.0.1:80",
		"127.0.0.1:9464": "127.0.0.1:9464", "[::1]:80": "[::1]:80", "10.0.0.7:80": "10.0.0.7:80", "9464": "",
	} {
		if got, err := fromInside(address); got != want || (err != nil) != (want == "") {
			t.Errorf("%s is reached at %q, want %q: %v", address, got, want, err)
		}
	}
}
