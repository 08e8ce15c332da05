// The kernels for vectors of any width, included by one file for each width, which
// says before what its instructions are:
//
//	TARGET, FOR(name)  the attribute of a function that has them, and its name
//	LANES              sums of 32 bits that a vector holds
//	VECTOR, ZERO       the type, and a vector of zeros
//	PAIR(p)            the two numbers at p, again and again
//	WIDEN(p)           2 * LANES numbers of 8 bits as numbers of 16
//	ADD(sum, a, b)     sum, and for each lane two products added
//	STORE(p, v, s, f, b)  LANES sums as floats, times those at s, times f, plus those at b
//	TOTAL(v)           the sum of all lanes
//	ROWS, PARTS        rows, and vectors of each, whose sums fit into registers

#include "elements.h"

// STAY keeps a sum in the register that it is in: GCC 12 copies each forth and back
// otherwise, and has too few registers for it.
#define STAY(v) __asm__("" : "+v"(v))

// The columns that are computed at once.
#define COLUMNS (PARTS * LANES)

// part finds the weights of rows k and k + 1 for the p-th vector of columns.
TARGET static inline const int8_t *part(const int8_t *weights, long in, long k, int p) {
	return weights + p * LANES / BLOCK * BLOCK * in + k * BLOCK + p * LANES % BLOCK * 2;
}

// block computes the columns from c on of at most ROWS rows. Where it is called,
// the number of rows is known to the compiler, so that all sums stay in registers.
TARGET static inline __attribute__((always_inline)) void
FOR(block)(const int rows, float *out, const int16_t *x, long stride, const matrix *m, long c,
           float scale) {
	VECTOR sums[ROWS][PARTS], w[PARTS];
	const int8_t *weights = m->weights + c * m->in;
#pragma GCC unroll 8
	for (int r = 0; r < rows; r++)
#pragma GCC unroll 4
		for (int p = 0; p < PARTS; p++)
			sums[r][p] = ZERO;
	for (long k = 0; k < m->in; k += 2) {
#pragma GCC unroll 4
		for (int p = 0; p < PARTS; p++)
			w[p] = WIDEN(part(weights, m->in, k, p));
#pragma GCC unroll 8
		for (int r = 0; r < rows; r++) {
			VECTOR pair = PAIR(x + r * stride + k);
#pragma GCC unroll 4
			for (int p = 0; p < PARTS; p++) {
				sums[r][p] = ADD(sums[r][p], pair, w[p]);
				STAY(sums[r][p]);
			}
		}
	}
#pragma GCC unroll 8
	for (int r = 0; r < rows; r++)
#pragma GCC unroll 4
		for (int p = 0; p < PARTS; p++) {
			long at = c + p * LANES;
			STORE(out + r * m->columns + at, sums[r][p], m->scales + at, scale, m->bias + at);
		}
}

#define CASE(n)                                                                                    \
	case n:                                                                                        \
		if (n <= ROWS)                                                                             \
			FOR(block)(n, out + r * m->columns, x + r * stride, stride, m, c, scale);              \
		break;

TARGET void FOR(multiply)(float *out, const int16_t *x, long rows, long stride, const matrix *m,
                          float scale) {
	for (long c = 0; c < m->columns; c += COLUMNS) {
		long n;
		for (long r = 0; r < rows; r += n) {
			n = rows - r < ROWS ? rows - r : ROWS;
			switch (n) {
				CASE(1)
				CASE(2)
				CASE(3)
				CASE(4)
				CASE(5)
				CASE(6)
				CASE(7)
				CASE(8)
			}
		}
	}
}

// What a vector has of the numbers that scan multiplies.
#define AT (2 * LANES)

TARGET void FOR(scan)(float *out, const int8_t *query, const int8_t *table, long count,
                      float scale) {
	VECTOR q[SIZE / AT];
	for (int j = 0; j < SIZE / AT; j++)
		q[j] = WIDEN(query + j * AT);
	for (long i = 0; i < count; i++) {
		const int8_t *row = table + i * SIZE;
		VECTOR even = ZERO, odd = ZERO;
#pragma GCC unroll 16
		for (int j = 0; j < SIZE / AT; j += 2) {
			even = ADD(even, q[j], WIDEN(row + j * AT));
			odd = ADD(odd, q[j + 1], WIDEN(row + j * AT + AT));
		}
		out[i] = (float)(TOTAL(even) + TOTAL(odd)) * scale;
	}
}
