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
	void (*multiply)(float *, const int16_t *, long, long, const matrix *, float);
	void (*scan)(float *, const int8_t *, const int8_t *, long, float);
	float (*quantise)(int16_t *, const float *, long);
	void (*norm)(float *, long, long, const float *, const float *, float);
	void (*add_positive)(float *, const float *, long);
	void (*sum)(float *, const float *, long, long);
} kernel;

#define NAMED(name)                                                                                \
	{multiply_##name, scan_##name, quantise_##name, norm_##name, add_positive_##name, sum_##name}

static const kernel kernels[] = {
	[PLAIN] = NAMED(plain),
#ifdef WIDE
	[SSE2] = NAMED(sse2),
	[AVX2] = NAMED(avx2),
	[AVX512] = NAMED(avx512),
#endif
};

void multiply(int level, float *out, const int16_t *x, long rows, long stride, long in,
              long columns, const int8_t *weights, const float *scales, const float *bias,
              float scale) {
	matrix m = {in, columns, weights, scales, bias};
	kernels[level].multiply(out, x, rows, stride, &m, scale);
}

void scan(int level, float *out, const int8_t *query, const int8_t *table, long count,
          float scale) {
	kernels[level].scan(out, query, table, count, scale);
}

float quantise(int level, int16_t *out, const float *x, long count) {
	return kernels[level].quantise(out, x, count);
}

void norm(int level, float *x, long rows, long columns, const float *gain, const float *bias,
          float epsilon) {
	kernels[level].norm(x, rows, columns, gain, bias, epsilon);
}

void add_positive(int level, float *x, const float *y, long count) {
	kernels[level].add_positive(x, y, count);
}

void sum(int level, float *out, const float *x, long rows, long columns) {
	kernels[level].sum(out, x, rows, columns);
}
