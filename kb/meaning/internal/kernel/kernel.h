#include <stdint.h>

// What a processor can do, from the least.
enum { PLAIN, SSE2, AVX2, AVX512 };

int best(void);

// out[r * columns + c] = scale * scales[c] * sum over k of
// x[r * stride + k] * weights(k, c), for each row and column; weights lie as
// kernel.go says.
void multiply(int level, float *out, const int16_t *x, long rows, long stride,
              const int8_t *weights, const float *scales, long in, long columns, float scale);

// out[i] = scale * the sum of products of query and the i-th of count vectors of
// table, of 256 numbers each.
void scan(int level, float *out, const int8_t *query, const int8_t *table, long count,
          float scale);
