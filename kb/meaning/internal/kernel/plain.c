#include "kernels.h"

// The kernels for any processor. Compilers find the instructions that all
// processors of a kind have.

#define TARGET
#define FOR(name) name##_plain

#include "elements.h"

void multiply_plain(float *out, const int16_t *x, long rows, long stride, const matrix *m,
                    float scale) {
	for (long c = 0; c < m->columns; c += BLOCK) {
		const int8_t *block = m->weights + c * m->in;
		for (long r = 0; r < rows; r++) {
			const int16_t *row = x + r * stride;
			int32_t sums[BLOCK] = {0};
			for (long k = 0; k < m->in; k += 2) {
				const int8_t *w = block + k * BLOCK;
				for (int j = 0; j < BLOCK; j++)
					sums[j] += row[k] * w[2 * j] + row[k + 1] * w[2 * j + 1];
			}
			for (long j = 0; j < BLOCK; j++)
				out[r * m->columns + c + j] =
					m->bias[c + j] + (float)sums[j] * (scale * m->scales[c + j]);
		}
	}
}

void scan_plain(float *out, const int8_t *query, const int8_t *table, long count, float scale) {
	for (long i = 0; i < count; i++) {
		int32_t sum = 0;
		for (int j = 0; j < SIZE; j++)
			sum += query[j] * table[i * SIZE + j];
		out[i] = (float)sum * scale;
	}
}
