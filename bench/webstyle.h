/* webstyle.h -- how the page looks: one style sheet, light and dark, wide and narrow. */
#ifndef DUET_BENCH_WEBSTYLE_H
#define DUET_BENCH_WEBSTYLE_H

/* The whole sheet, without <style>. */
const char *webstyle_sheet(void);

#endif
