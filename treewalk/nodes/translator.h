/* translator.h -- what the two halves of the translator share: statements contain expressions, and expressions contain functions, which contain statements. */
#ifndef DUET_TREEWALK_NODES_TRANSLATOR_H
#define DUET_TREEWALK_NODES_TRANSLATOR_H

#include "build.h"

typedef struct Translator Translator;
struct Translator {
  Builder builder; /* of the function that is being translated */

  /* Translates a function inside it (translate.c), for the rooms below. */
  const Code *(*function)(const Translator *outer, const FunctionNode *function);
};

#endif
