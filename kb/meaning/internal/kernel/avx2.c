#include "kernels.h"

#ifdef WIDE
#include <immintrin.h>

// The kernels in AVX2.

#define TARGET __attribute__((target("avx2")))
#define FOR(name) name##_avx2
#define LANES 8
#define ROWS 6
#define PARTS 2
#define VECTOR __m256i
#define ZERO _mm256_setzero_si256()
#define PAIR(p) _mm256_set1_epi32(both(p))
#define WIDEN(p) _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(p)))
#define ADD(sum, a, b) _mm256_add_epi32(sum, _mm256_madd_epi16(a, b))
#define STORE(p, v, s, f, b)                                                                       \
	_mm256_storeu_ps(p, _mm256_add_ps(_mm256_loadu_ps(b),                                       \
	                               _mm256_mul_ps(_mm256_cvtepi32_ps(v),                           \
	                                             _mm256_mul_ps(_mm256_set1_ps(f), _mm256_loadu_ps(s)))))
#define TOTAL(v) lanes(v)

TARGET static inline int32_t lanes(__m256i v) {
	__m128i four = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
	__m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
	return _mm_cvtsi128_si32(two) + _mm_extract_epi32(two, 1);
}

#include "wide.h"
#endif
