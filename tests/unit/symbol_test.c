/* symbol_test.c -- equal names are one symbol, others are not, however many there are. */
#include "check.h"
#include "support/symbol.h"

static void test_equal_names(Check *check) {
  SymbolTable table;
  symbol_table_init(&table);
  char text[] = "price";
  const Symbol *first = symbol_intern(&table, "price", 5);
  CHECK(check, symbol_intern(&table, text, 5) == first);
  CHECK(check, symbol_intern(&table, "prices", 6) != first);
  CHECK(check, symbol_intern(&table, "prices", 5) == first);
  CHECK(check, symbol_intern(&table, "Price", 5) != first);
  CHECK_TEXT(check, first->chars, "price");
  CHECK(check, first->length == 5 && first->id == 0);
  CHECK(check, table.count == 3);
  symbol_table_free(&table);
}

static void test_odd_names(Check *check) {
  SymbolTable table;
  symbol_table_init(&table);
  const Symbol *empty = symbol_intern(&table, NULL, 0);
  CHECK(check, symbol_intern(&table, "", 0) == empty);
  CHECK_TEXT(check, empty->chars, "");
  const Symbol *nul = symbol_intern(&table, "a\0b", 3);
  CHECK(check, nul != symbol_intern(&table, "a\0c", 3));
  CHECK(check, nul != symbol_intern(&table, "a", 1));
  CHECK(check, nul == symbol_intern(&table, "a\0b", 3));
  CHECK(check, nul->length == 3 && nul->chars[3] == '\0');
  symbol_table_free(&table);
}

static void test_many(Check *check) {
  enum { COUNT = 50000 };
  SymbolTable table;
  symbol_table_init(&table);
  char name[32];
  bool ids_count = true, found_again = true;
  for (int i = 0; i < COUNT; i++) {
    int length = snprintf(name, sizeof name, "name%d", i);
    const Symbol *symbol = symbol_intern(&table, name, (size_t)length);
    ids_count = ids_count && symbol->id == (uint32_t)i && table.by_id[i] == symbol;
  }
  for (int i = 0; i < COUNT; i++) {
    int length = snprintf(name, sizeof name, "name%d", i);
    found_again = found_again && symbol_intern(&table, name, (size_t)length) == table.by_id[i];
  }
  CHECK(check, ids_count);
  CHECK(check, found_again);
  CHECK(check, table.count == COUNT);
  symbol_table_free(&table);
}

int main(void) {
  Check check = {0};
  test_equal_names(&check);
  test_odd_names(&check);
  test_many(&check);
  return check_report(&check);
}
