#include "kernels.h"

#ifdef WIDE
#include <emmintrin.h>

// The kernels in SSE2, which every x86-64 processor has.

#define TARGET
#define FOR(name) name##_sse2
#define LANES 4
#define ROWS 2
#define PARTS 4
#define VECTOR __m128i
#define ZERO _mm_setzero_si128()
#define PAIR(p) _mm_set1_epi32(both(p))
#define WIDEN(p) widen(p)
#define ADD(sum, a, b) _mm_add_epi32(sum, _mm_madd_epi16(a, b))
#define STORE(p, v, s, f, b)                                                                       \
	_mm_storeu_ps(p, _mm_add_ps(_mm_loadu_ps(b),                                       \
	                               _mm_mul_ps(_mm_cvtepi32_ps(v),                           \
	                                             _mm_mul_ps(_mm_set1_ps(f), _mm_loadu_ps(s)))))
#define TOTAL(v) lanes(v)

static inline __m128i widen(const int8_t *p) {
	__m128i eight = _mm_loadl_epi64((const __m128i *)p);
	return _mm_srai_epi16(_mm_unpacklo_epi8(eight, eight), 8);
}

static inline int32_t lanes(__m128i v) {
	__m128i two = _mm_add_epi32(v, _mm_shuffle_epi32(v, 0x4E));
	return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1)));
}

#include "wide.h"
#endif
