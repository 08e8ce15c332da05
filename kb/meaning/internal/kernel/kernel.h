#include <stdint.h>

// What a processor can do, from the least.
enum { PLAIN, SSE2, AVX2, AVX512 };

int best(void);

// A matrix is what kernel.go says.
typedef struct {
	long in, columns;
	const int8_t *weights;
	const float *scales, *bias;
} matrix;

// out[r * columns + c] = bias[c] + scale * scales[c] * sum over k of
// x[r * stride + k] * weights(k, c), for each row and column.
void multiply(int level, float *out, const int16_t *x, long rows, long stride, long in,
              long columns, const int8_t *weights, const float *scales, const float *bias,
              float scale);

// out[i] = scale * the sum of products of query and the i-th of count vectors of
// table, of 256 numbers each.
void scan(int level, float *out, const int8_t *query, const int8_t *table, long count,
          float scale);

// The rest is as the functions of the same names in kernel.go say.
float quantise(int level, int16_t *out, const float *x, long count);
void norm(int level, float *x, long rows, long columns, const float *gain, const float *bias,
          float epsilon);
void add_positive(int level, float *x, const float *y, long count);
void sum(int level, float *out, const float *x, long rows, long columns);
