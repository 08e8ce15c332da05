package meaning

import (
	"archive/zip"
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

const question = "What did the two foreign ministers say about the future of Golan?" // 12 words

func BenchmarkEncode12Words(b *testing.B) { benchmarkEncode(b, question) }

// BenchmarkEncode200 encodes a text of 200 pieces.
func BenchmarkEncode200(b *testing.B) {
	text := strings.Repeat(question+" ", 20)
	e := standard(b)
	for len(e.encoder.Pieces(text)) > 198 {
		text = text[:strings.LastIndexByte(text, ' ')]
	}
	benchmarkEncode(b, text)
}

func benchmarkEncode(b *testing.B, text string) {
	e := standard(b)
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		e.Encode(text)
		took = append(took, time.Since(start))
	}
	b.ReportMetric(float64(median(took)), "p50-ns/op")
}

func median(took []time.Duration) time.Duration {
	slices.Sort(took)
	return took[len(took)/2]
}

func BenchmarkTokenize(b *testing.B) {
	e := standard(b)
	for b.Loop() {
		e.encoder.Pieces(question)
	}
}

func BenchmarkScan20000(b *testing.B) {
	e := standard(b)
	query := e.Encode(question)
	table := slices.Repeat(query[:], 20_000)
	out := make([]float32, 20_000)
	for b.Loop() {
		Scan(&query, table, out)
	}
}

func BenchmarkReady(b *testing.B) {
	for b.Loop() {
		if _, err := read(weights); err != nil {
			b.Fatal(err)
		}
	}
}

// turn is how many lines are encoded before it is the other's turn.
const turn = 25

// BenchmarkAgainstPython encodes lines of 12 words by turns with the wheel and
// here, one by one, on one thread each, and fails if this is not four times as
// fast. It needs python3 with numpy, and the wheel at ../shared/model.
func BenchmarkAgainstPython(b *testing.B) {
	python := startPython(b)
	e := standard(b)
	var lines []string
	for _, x := range golden(b) {
		if len(strings.Fields(x.text)) == 12 {
			lines = append(lines, x.text)
		}
	}
	lines = lines[:turn]
	var theirs, ours []time.Duration
	round := func() {
		for _, line := range lines {
			theirs = append(theirs, python(line))
		}
		for _, line := range lines {
			start := time.Now()
			e.Encode(line)
			ours = append(ours, time.Since(start))
		}
	}
	for range 10 {
		round()
	}
	for b.Loop() {
		round()
	}
	times := float64(median(theirs)) / float64(median(ours))
	b.ReportMetric(float64(median(theirs)), "python-p50-ns")
	b.ReportMetric(float64(median(ours)), "p50-ns")
	b.ReportMetric(times, "times-faster")
	if times < 4 {
		b.Errorf("this is %.1f times as fast as Python, not 4", times)
	}
}

// startPython gives a function that tells how long the wheel takes for a line.
func startPython(b *testing.B) func(line string) time.Duration {
	found, _ := filepath.Glob("../../../shared/model/*.whl")
	names := []string{"python3", "/usr/bin/python3"}
	with := slices.IndexFunc(names, func(name string) bool { return exec.Command(name, "-c", "import numpy").Run() == nil })
	if len(found) == 0 || with < 0 {
		b.Skip("SKIPPED: needs python3 with numpy, and the wheel at ../shared/model")
	}
	folder := b.TempDir()
	unzip(b, found[0], folder)
	python := exec.Command(names[with], "testdata/reference.py", folder)
	in, err := python.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := python.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := python.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = in.Close()
		_ = python.Wait()
	})
	answers := bufio.NewScanner(out)
	answers.Scan()
	return func(line string) time.Duration {
		if _, err := fmt.Fprintln(in, line); err != nil {
			b.Fatal(err)
		}
		answers.Scan()
		took, err := strconv.Atoi(answers.Text())
		if err != nil {
			b.Fatal("Python did not answer: ", err)
		}
		return time.Duration(took)
	}
}

func unzip(b *testing.B, name, folder string) {
	z, err := zip.OpenReader(name)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	if err := os.CopyFS(folder, z); err != nil {
		b.Fatal(err)
	}
}
