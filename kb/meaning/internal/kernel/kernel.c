#include "kernel.h"
#include "kernels.h"

int best(void) {
#ifdef WIDE
	__builtin_cpu_init();
	if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512vnni"))
		return AVX512;
	return __builtin_cpu_supports("avx2") ? AVX2 : SSE2;
#endif
	return PLAIN;
}

typedef struct {
	void (*multiply)(float *, const int16_t *, long, long, const int8_t *, const float *, long,
	                 long, float);
	void (*scan)(float *, const int8_t *, const int8_t *, long, float);
} kernel;

static const kernel kernels[] = {
	[PLAIN] = {multiply_plain, scan_plain},
#ifdef WIDE
	[SSE2] = {multiply_sse2, scan_sse2},
	[AVX2] = {multiply_avx2, scan_avx2},
	[AVX512] = {multiply_avx512, scan_avx512},
#endif
};

void multiply(int level, float *out, const int16_t *x, long rows, long stride,
              const int8_t *weights, const float *scales, long in, long columns, float scale) {
	kernels[level].multiply(out, x, rows, stride, weights, scales, in, columns, scale);
}

void scan(int level, float *out, const int8_t *query, const int8_t *table, long count,
          float scale) {
	kernels[level].scan(out, query, table, count, scale);
}
