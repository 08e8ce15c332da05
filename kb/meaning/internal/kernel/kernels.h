// The kernels, of which kernel.c chooses one at run time.

#include "kernel.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define BLOCK 16
#define SIZE 256
#define LIMIT 8191

#if defined(__x86_64__) && defined(__GNUC__)
#define WIDE 1
#endif

// What every kernel has, as kernel.h says.
#define KERNEL(name)                                                                               \
	void multiply_##name(float *out, const int16_t *x, long rows, long stride, const matrix *m,    \
	                     float scale);                                                             \
	void scan_##name(float *out, const int8_t *query, const int8_t *table, long count,             \
	                 float scale);                                                                 \
	float quantise_##name(int16_t *out, const float *x, long count);                               \
	void norm_##name(float *x, long rows, long columns, const float *gain, const float *bias,      \
	                 float epsilon);                                                               \
	void add_positive_##name(float *x, const float *y, long count);                                \
	void sum_##name(float *out, const float *x, long rows, long columns);

KERNEL(plain)
KERNEL(sse2)
KERNEL(avx2)
KERNEL(avx512)

// both reads two numbers as one.
static inline int32_t both(const int16_t *p) {
	int32_t two;
	memcpy(&two, p, sizeof two);
	return two;
}
