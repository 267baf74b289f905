/* base.h -- the few words that C lacks and every room uses.
 *
 * Nothing here knows anything of Duet. MUST_CHECK marks functions whose result tells success from failure: in this house
 * a `bool` result means "true: done, false: failed and the error is recorded", and forgetting to look is a compile error.
 */
#ifndef DUET_SUPPORT_BASE_H
#define DUET_SUPPORT_BASE_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define MUST_CHECK __attribute__((warn_unused_result))
#define COLD __attribute__((cold, noinline))
/* A build that must be made quickly rather than run quickly says otherwise (exercises/tool/build.py). */
#ifndef ALWAYS_INLINE
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#endif
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))
#define ARRAY_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Defined in builds with AddressSanitizer: frames are larger, and every object is a malloc of its own. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#endif
