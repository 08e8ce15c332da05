package figures

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/go-analyze/charts"
)

// The picture has a ground of its own, so that it reads the same in Discord's
// dark and light themes. The three colours differ in lightness too, for who
// cannot tell them apart by hue (Okabe and Ito, 2008).
var (
	ground      = charts.Color{R: 0xf2, G: 0xf3, B: 0xf5, A: 0xff}
	ink         = charts.Color{R: 0x1e, G: 0x1f, B: 0x22, A: 0xff}
	rule        = charts.Color{R: 0xd4, G: 0xd6, B: 0xdb, A: 0xff}
	factBars    = charts.Color{R: 0x00, G: 0x72, B: 0xb2, A: 0xff}
	passageBars = charts.Color{R: 0x56, G: 0xb4, B: 0xe9, A: 0xff}
	missedBars  = charts.Color{R: 0xe6, G: 0x9f, B: 0x00, A: 0xff}
)

// Sizes of the picture in pixels, of its letters in points.
const (
	pictureWidth  = 944
	pictureHeight = 826
	daysHeight    = pictureHeight * 3 / 5
	titleSize     = 14
	labelSize     = 12
)

// Draw draws the figures as a PNG: questions a day by how they ended, and the
// numbers of the lists below it, whose names stand in the text: fonts that have
// all scripts are larger than the rest of the program.
func (f Figures) Draw() (io.Reader, error) {
	p := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputPNG, Width: pictureWidth, Height: pictureHeight})
	p.FilledRect(0, 0, pictureWidth, pictureHeight, ground, ground, 0)
	const half = pictureWidth / 2
	for _, part := range []struct {
		bars charts.BarChartOption
		box  charts.Box
	}{
		{f.dayBars(), charts.NewBox(0, 0, pictureWidth, daysHeight)},
		{topBars("Most asked facts", f.Facts, factBars), charts.NewBox(0, daysHeight, half, pictureHeight)},
		{topBars("Most missed questions", f.Missed, missedBars), charts.NewBox(half, daysHeight, pictureWidth, pictureHeight)},
	} {
		if err := p.Child(charts.PainterBoxOption(part.box)).BarChart(part.bars); err != nil {
			return nil, fmt.Errorf("draw %s: %w", part.bars.Title.Text, err)
		}
	}
	png, err := p.Bytes()
	if err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return bytes.NewReader(png), nil
}

// bars is a chart of values, one of a label, in these colours.
func bars(title string, labels []string, values [][]float64, highest int, fills ...charts.Color) charts.BarChartOption {
	letters := charts.FontStyle{FontSize: labelSize, FontColor: ink}
	step, steps := wholeSteps(highest)
	b := charts.NewBarChartOptionWithData(values)
	b.Theme = charts.MakeTheme(charts.ThemeOption{
		AxisStrokeColor: ink, AxisSplitLineColor: rule, BackgroundColor: ground, TextColor: ink, SeriesColors: fills,
	})
	b.Title = charts.TitleOption{Text: title, FontStyle: charts.FontStyle{FontSize: titleSize, FontColor: ink}}
	b.Legend = charts.LegendOption{Show: charts.Ptr(false)}
	b.StackSeries = charts.Ptr(true)
	b.CategoryAxis = charts.CategoryAxisOption{Labels: labels, LabelFontStyle: letters, BoundaryGap: charts.Ptr(true)}
	b.ValueAxis[0] = charts.ValueAxisOption{
		Min: charts.Ptr(0.0), Max: charts.Ptr(float64(step * steps)), LabelCount: steps + 1,
		PreferNiceIntervals: charts.Ptr(false), LabelFontStyle: letters,
		ValueFormatter: func(v float64) string { return strconv.Itoa(int(v + 0.5)) },
	}
	return b
}

// wholeSteps are the steps of an axis that reaches this height: whole numbers,
// for nothing here is asked by halves.
func wholeSteps(highest int) (step, steps int) {
	step = 1
	for step*6 < highest {
		if strconv.Itoa(step)[0] == '2' {
			step = step * 5 / 2
		} else {
			step *= 2
		}
	}
	return step, max(1, (highest+step-1)/step)
}

func (f Figures) dayBars() charts.BarChartOption {
	highest := 1
	labels := make([]string, len(f.Days))
	values := [][]float64{make([]float64, len(f.Days)), make([]float64, len(f.Days)), make([]float64, len(f.Days))}
	for i, d := range f.Days {
		labels[i] = d.Date[5:]
		values[0][i], values[1][i], values[2][i] = float64(d.Answered), float64(d.Passage), float64(d.Missed)
		highest = max(highest, d.Answered+d.Passage+d.Missed)
	}
	b := bars("Questions a day", labels, values, highest, factBars, passageBars, missedBars)
	b.CategoryAxis.LabelCount = min(len(f.Days), 8)
	b.Legend = charts.LegendOption{
		SeriesNames: []string{"answered with a fact", "with a passage", "not answered"},
		FontStyle:   charts.FontStyle{FontSize: labelSize, FontColor: ink}, Symbol: charts.SymbolSquare,
		Offset: charts.OffsetStr{Left: charts.PositionRight},
	}
	return b
}

// topBars has room for the whole list, so that a short one has no broad bars.
func topBars(title string, all []Ranked, fill charts.Color) charts.BarChartOption {
	labels, values, highest := make([]string, topMost), make([]float64, topMost), 1
	for i, r := range all {
		labels[i], values[i] = strconv.Itoa(i+1), float64(r.Times)
		highest = max(highest, r.Times)
	}
	if len(all) == 0 {
		labels[0] = "none"
	}
	b := bars(title+", by their numbers in the list", labels, [][]float64{values}, highest, fill)
	b.Title.FontStyle.FontSize = labelSize
	b.CategoryAxis.LabelCount = topMost
	return b
}
