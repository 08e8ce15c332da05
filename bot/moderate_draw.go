package bot

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// The picture has a ground of its own, so that it reads the same in Discord's
// dark and light themes. The three colours differ in lightness too, for who
// cannot tell them apart by hue (Okabe and Ito, 2008).
var (
	ground      = color.RGBA{0xf2, 0xf3, 0xf5, 0xff}
	ink         = color.RGBA{0x1e, 0x1f, 0x22, 0xff}
	factBars    = color.RGBA{0x00, 0x72, 0xb2, 0xff}
	passageBars = color.RGBA{0x56, 0xb4, 0xe9, 0xff}
	missedBars  = color.RGBA{0xe6, 0x9f, 0x00, 0xff}
)

const (
	pictureWidth  = 16 * vg.Centimeter
	pictureHeight = 14 * vg.Centimeter
	pictureDPI    = 150
)

// draw draws the figures as a PNG: questions a day by how they ended, and the
// numbers of the lists below it, whose names stand in the text: fonts that have
// all scripts are larger than the rest of the program.
func (f figures) draw() (io.Reader, error) {
	days, err := f.drawDays()
	if err != nil {
		return nil, err
	}
	facts, err := drawTop("Most asked facts, by their numbers in the list", f.facts, factBars)
	if err != nil {
		return nil, err
	}
	missed, err := drawTop("Most missed questions, by their numbers in the list", f.missed, missedBars)
	if err != nil {
		return nil, err
	}
	img := vgimg.NewWith(vgimg.UseWH(pictureWidth, pictureHeight), vgimg.UseDPI(pictureDPI), vgimg.UseBackgroundColor(ground))
	canvas := draw.New(img)
	half, row := canvas.Max.X/2, canvas.Max.Y*2/5
	const edge = 3 * vg.Millimeter
	days.Draw(draw.Crop(canvas, edge, -edge, row+edge, -edge))
	facts.Draw(draw.Crop(canvas, edge, -half-edge, edge, -(canvas.Max.Y - row)))
	missed.Draw(draw.Crop(canvas, half+edge, -edge, edge, -(canvas.Max.Y - row)))
	var out bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: img}).WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return &out, nil
}

// newPlot is an empty plot in these colours.
func newPlot(title string) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = ground
	p.Title.Text = title
	p.Title.TextStyle.Color = ink
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Color, axis.Tick.Color, axis.Tick.Label.Color = ink, ink, ink
	}
	p.Legend.TextStyle.Color = ink
	for _, style := range []*draw.TextStyle{&p.Title.TextStyle, &p.X.Tick.Label, &p.Y.Tick.Label, &p.Legend.TextStyle} {
		style.Font.Variant, style.Font.Size = "Sans", 9
	}
	p.Y.Min = 0
	p.Y.Tick.Marker = plot.TickerFunc(wholeTicks)
	return p
}

// wholeTicks are ticks at whole numbers, for nothing here is asked by halves.
func wholeTicks(low, high float64) []plot.Tick {
	step := 1
	for float64(step)*6 < high-low {
		switch {
		case strconv.Itoa(step)[0] == '2':
			step = step * 5 / 2
		default:
			step *= 2
		}
	}
	var ticks []plot.Tick
	for v := 0; float64(v) <= high; v += step {
		ticks = append(ticks, plot.Tick{Value: float64(v), Label: strconv.Itoa(v)})
	}
	return ticks
}

func (f figures) drawDays() (*plot.Plot, error) {
	p := newPlot("Questions a day")
	width := pictureWidth * 3 / 4 / vg.Length(max(len(f.days), 8))
	var below *plotter.BarChart
	highest := 1.0
	for _, d := range f.days {
		highest = max(highest, float64(d.answered+d.passage+d.missed))
	}
	for _, part := range []struct {
		name string
		of   func(dayFigures) int
		fill color.Color
	}{
		{"answered with a fact", func(d dayFigures) int { return d.answered }, factBars},
		{"with a passage", func(d dayFigures) int { return d.passage }, passageBars},
		{"not answered", func(d dayFigures) int { return d.missed }, missedBars},
	} {
		values := make(plotter.Values, len(f.days))
		for i, d := range f.days {
			values[i] = float64(part.of(d))
		}
		bars, err := plotter.NewBarChart(values, width)
		if err != nil {
			return nil, fmt.Errorf("draw the days: %w", err)
		}
		bars.Color, bars.LineStyle.Width = part.fill, 0
		if below != nil {
			bars.StackOn(below)
		}
		below = bars
		p.Add(bars)
		p.Legend.Add(part.name, bars)
	}
	p.Legend.Top, p.Legend.Left = true, true
	p.Y.Max = highest * 1.35 // room for the legend
	p.X.Tick.Marker = plot.ConstantTicks(f.dayTicks())
	return p, nil
}

// dayTicks name some of the days.
func (f figures) dayTicks() []plot.Tick {
	var ticks []plot.Tick
	every := (len(f.days) + 7) / 8
	for i, d := range f.days {
		if (len(f.days)-1-i)%every == 0 {
			ticks = append(ticks, plot.Tick{Value: float64(i), Label: d.day[5:]})
		}
	}
	return ticks
}

func drawTop(title string, all []ranked, fill color.Color) (*plot.Plot, error) {
	p := newPlot(title)
	p.Title.TextStyle.Font.Size = 8
	values := plotter.Values{}
	var ticks []plot.Tick
	highest := 1.0
	for i, r := range all {
		values = append(values, float64(r.n))
		highest = max(highest, float64(r.n))
		ticks = append(ticks, plot.Tick{Value: float64(i), Label: strconv.Itoa(i + 1)})
	}
	if len(values) == 0 {
		values, ticks = plotter.Values{0}, []plot.Tick{{Value: 0, Label: "none"}}
	}
	bars, err := plotter.NewBarChart(values, pictureWidth/2*3/5/topMost)
	if err != nil {
		return nil, fmt.Errorf("draw %s: %w", title, err)
	}
	bars.Color, bars.LineStyle.Width = fill, 0
	p.Add(bars)
	p.Y.Max = highest * 1.1
	p.X.Min, p.X.Max = -0.5, float64(topMost)-0.5
	p.X.Tick.Marker = plot.ConstantTicks(ticks)
	return p, nil
}
