/* units.c -- choosing the unit and the digits. */
#include "units.h"

#include <math.h>
#include <stdio.h>

/* How many digits behind the point leave three that count. */
static int decimals(double value) {
  double size = fabs(value);
  return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

static UnitsText with_unit(double value, const char *unit) {
  UnitsText out;
  snprintf(out.text, sizeof out.text, "%.*f%s%s", decimals(value), value, *unit ? " " : "", unit);
  return out;
}

UnitsText units_seconds(double seconds) {
  if (seconds >= 0.9995) return with_unit(seconds, "s");
  if (seconds >= 0.9995e-3) return with_unit(seconds * 1e3, "ms");
  return with_unit(seconds * 1e6, "us");
}

UnitsText units_memory(double kilobytes) {
  if (kilobytes >= 999.5e3) return with_unit(kilobytes / 1e6, "GB");
  return kilobytes >= 999.5 ? with_unit(kilobytes / 1e3, "MB") : with_unit(kilobytes, "kB");
}

UnitsText units_count(double count) {
  if (count < 0) return (UnitsText){"-"};
  static const char *const names[] = {"", "k", "M", "G", "T"};
  size_t step = 0;
  while (fabs(count) >= 999.5 && step + 1 < ARRAY_COUNT(names)) {
    count /= 1000;
    step++;
  }
  if (step > 0 || count != floor(count)) return with_unit(count, names[step]);
  UnitsText out;
  snprintf(out.text, sizeof out.text, "%.0f", count);
  return out;
}

UnitsText units_ratio(double ratio) {
  UnitsText out;
  snprintf(out.text, sizeof out.text, "%.*f", fabs(ratio) >= 0.9995 ? decimals(ratio) : 3, ratio);
  return out;
}

/* The names are those of powers -6, -3, 0 ... or 0, 3, 6 ... */
static UnitsText round_power(int power, const char *const *names, size_t count) {
  size_t step = power < 0 ? 0 : (size_t)power / 3;
  if (step >= count) step = count - 1;
  UnitsText out;
  snprintf(out.text, sizeof out.text, "%.0f%s%s", pow(10, power - 3 * (int)step), names[step][0] ? " " : "", names[step]);
  return out;
}

UnitsText units_round_seconds(int power) {
  static const char *const names[] = {"us", "ms", "s"};
  return round_power(power + 6, names, ARRAY_COUNT(names));
}

UnitsText units_round_count(int power) {
  static const char *const names[] = {"", "k", "M", "G", "T"};
  return round_power(power, names, ARRAY_COUNT(names));
}

UnitsText units_percent(double part) {
  UnitsText out;
  snprintf(out.text, sizeof out.text, "%.1f %%", part * 100);
  return out;
}
