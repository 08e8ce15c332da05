package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// ErrNoChromium is of a machine that has no Chromium.
var ErrNoChromium = errors.New("there is no Chromium here: install it (Debian: apt-get install chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)")

// drawWithin bounds how long Chromium may take; at a busy machine that is seconds.
const drawWithin = 2 * time.Minute

// highest is how high a page may be, in CSS pixels: a message of Discord's greatest
// length on a phone has less.
const highest = 6000

// PNG draws a page of a width in CSS pixels, so many pixels to one of them, cut
// where the page ends.
func PNG(ctx context.Context, page []byte, width int, scale float64) ([]byte, error) {
	program, err := chromium()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "render")
	if err != nil {
		return nil, fmt.Errorf("draw a page: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // it is the system's to clean
	in, out := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.png")
	if err := os.WriteFile(in, page, 0o600); err != nil {
		return nil, fmt.Errorf("draw a page: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, drawWithin)
	defer cancel()
	said, err := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--force-device-scale-factor="+strconv.FormatFloat(scale, 'f', -1, 64),
		fmt.Sprintf("--window-size=%d,%d", max(width, 500), highest), "--screenshot="+out, (&url.URL{Scheme: "file", Path: in}).String(),
	).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("draw a page: %w: %s", err, said)
	}
	drawn, err := os.ReadFile(out)
	if err != nil {
		return nil, fmt.Errorf("draw a page: %w: %s", err, said)
	}
	return cut(drawn, int(float64(width)*scale))
}

func chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoChromium
}

// cut keeps so many columns of a picture, and the rows down to the last that is not
// of one colour with the ground.
func cut(drawn []byte, width int) ([]byte, error) {
	whole, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		return nil, fmt.Errorf("read a picture: %w", err)
	}
	part, ok := whole.(interface {
		SubImage(image.Rectangle) image.Image
	})
	if !ok {
		return nil, errors.New("read a picture: it is of a kind that cannot be cut")
	}
	size := whole.Bounds()
	size.Max.X = min(size.Max.X, width)
	ground := whole.At(size.Min.X, size.Max.Y-1)
	empty := func(y int) bool {
		for x := size.Min.X; x < size.Max.X; x++ {
			if whole.At(x, y) != ground {
				return false
			}
		}
		return true
	}
	last := size.Max.Y
	for last > size.Min.Y+1 && empty(last-1) {
		last--
	}
	size.Max.Y = min(size.Max.Y, last+width/40)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, part.SubImage(size)); err != nil {
		return nil, fmt.Errorf("write a picture: %w", err)
	}
	return out.Bytes(), nil
}
