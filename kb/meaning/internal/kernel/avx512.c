#include "kernels.h"

#ifdef WIDE
#include <immintrin.h>

// The kernels in AVX-512 with VNNI.

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vnni")))
#define FOR(name) name##_avx512
#define LANES 16
#define ROWS 8
#define PARTS 2
#define VECTOR __m512i
#define ZERO _mm512_setzero_si512()
#define PAIR(p) _mm512_set1_epi32(both(p))
#define WIDEN(p) _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(p)))
#define ADD(sum, a, b) _mm512_dpwssd_epi32(sum, a, b)
#define STORE(p, v, s, f, b)                                                                       \
	_mm512_storeu_ps(p, _mm512_add_ps(_mm512_loadu_ps(b),                                       \
	                               _mm512_mul_ps(_mm512_cvtepi32_ps(v),                           \
	                                             _mm512_mul_ps(_mm512_set1_ps(f), _mm512_loadu_ps(s)))))
#define TOTAL(v) _mm512_reduce_add_epi32(v)

#include "wide.h"
#endif
