// The kernels, of which kernel.c chooses one at run time.

#include <stdint.h>
#include <string.h>

#define BLOCK 16
#define SIZE 256

#if defined(__x86_64__) && defined(__GNUC__)
#define WIDE 1
#endif

#define KERNEL(name)                                                                               \
	void multiply_##name(float *out, const int16_t *x, long rows, long stride,                     \
	                     const int8_t *weights, const float *scales, long in, long columns,        \
	                     float scale);                                                             \
	void scan_##name(float *out, const int8_t *query, const int8_t *table, long count,            \
	                 float scale);

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
