// What is computed number by number, included by one file for each kernel. The
// compiler finds the vectors.

// A compiler does not add floats in another order than it is told to: this many
// sums do not wait for each other.
#define SUMS 16

static inline uint32_t bits_of(float v) {
	uint32_t bits;
	memcpy(&bits, &v, sizeof bits);
	return bits;
}

static inline float float_of(uint32_t bits) {
	float v;
	memcpy(&v, &bits, sizeof v);
	return v;
}

// largest gives the largest number, without its sign. Numbers without a sign are
// in the order of their bits.
TARGET static float FOR(largest)(const float *x, long count) {
	int32_t most = 0;
	for (long i = 0; i < count; i++) {
		int32_t bits = (int32_t)(bits_of(x[i]) & 0x7FFFFFFF);
		most = bits > most ? bits : most;
	}
	return float_of((uint32_t)most);
}

TARGET float FOR(quantise)(int16_t *out, const float *x, long count) {
	float most = FOR(largest)(x, count), factor = LIMIT / most;
	if (!(most <= FLT_MAX && factor <= FLT_MAX)) {
		memset(out, 0, (size_t)count * sizeof *out);
		return 0;
	}
	// A float as large as 3 << 22 has no places behind the point, and the whole
	// number in its lowest bits.
	for (long i = 0; i < count; i++)
		out[i] = (int16_t)bits_of(x[i] * factor + (3 << 22));
	return most / LIMIT;
}

TARGET static float FOR(total)(const float *sums) {
	float all = 0;
	for (int j = 0; j < SUMS; j++)
		all += sums[j];
	return all;
}

TARGET void FOR(norm)(float *x, long rows, long columns, const float *gain, const float *bias,
                      float epsilon) {
	for (long r = 0; r < rows; r++, x += columns) {
		float sums[SUMS] = {0}, squares[SUMS] = {0};
		for (long i = 0; i < columns; i += SUMS)
			for (int j = 0; j < SUMS; j++)
				sums[j] += x[i + j];
		float mean = FOR(total)(sums) / (float)columns;
		for (long i = 0; i < columns; i += SUMS)
			for (int j = 0; j < SUMS; j++)
				squares[j] += (x[i + j] - mean) * (x[i + j] - mean);
		float factor = 1 / sqrtf(FOR(total)(squares) / (float)columns + epsilon);
		for (long i = 0; i < columns; i++)
			x[i] = (x[i] - mean) * factor * gain[i] + bias[i];
	}
}

TARGET void FOR(add_positive)(float *x, const float *y, long count) {
	for (long i = 0; i < count; i++)
		x[i] += y[i] > 0 ? y[i] : 0;
}

TARGET void FOR(sum)(float *out, const float *x, long rows, long columns) {
	memset(out, 0, (size_t)columns * sizeof *out);
	for (long r = 0; r < rows; r++)
		for (long i = 0; i < columns; i++)
			out[i] += x[r * columns + i];
}
