# Duet. `make help` lists what can be made; everything that is built goes to $(BUILD).
#
# Layers: wings (treewalk, bytecode) -> cli -> syntax, runtime -> support. Each part is compiled with an include path that holds only
# what it may use: $(BUILD)/see/<part>/ has a link for every part below it. So a wrong arrow does not compile.

CC ?= cc
BUILD ?= build
MODE ?= release
PREFIX ?= /usr/local
PYTHON ?= python3
Q ?= @

# Values are 16 bytes and travel as two 64-bit moves; gcc would merge them into one SSE move, which misses store forwarding.
IS_GCC := $(shell $(CC) --version 2>/dev/null | grep -qi 'free software foundation' && echo yes)
FLAGS_release := -O2 -g
# Handlers stay functions of their own under sanitizers: inlined, the loop takes minutes to compile.
FLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer '-DALWAYS_INLINE=static __attribute__((noinline, unused))'
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes
COMPILE_FLAGS = -std=gnu11 -D_GNU_SOURCE $(WARNINGS) $(FLAGS_$(MODE)) -pthread -MMD -MP $(CFLAGS)
COMPILE = $(CC) $(COMPILE_FLAGS) $(if $(IS_GCC),-fno-tree-vectorize)
LINK = $(CC) $(FLAGS_$(MODE)) -pthread $(LDFLAGS)

# Line editing, where libedit is found. It is loaded when a REPL starts (common/cli/editing.c), so that nothing else pays for it.
LIBEDIT_LIBS := $(shell echo 'int main(void) { return 0; }' | $(CC) -include histedit.h -x c - -ledit -o /dev/null 2>/dev/null && echo -ldl)
LIBEDIT_FLAGS := $(if $(LIBEDIT_LIBS),-DHAVE_LIBEDIT)

# A compiler for DISPATCH_TAIL (bytecode/interp.c), if there is one: with musttail and preserve_none, else with musttail. Sanitizers of two compilers do not mix.
TAIL_CANDIDATES := $(CC) $(if $(filter release,$(MODE)),clang clang-22 clang-21 clang-20 clang-19)
TAIL_CC := $(shell for need in preserve_none musttail; do for cc in $(TAIL_CANDIDATES); do \
	printf '\043if !(__has_attribute(musttail) && __has_attribute(%s))\n\043error\n\043endif\n' $$need | $$cc -E -x c - >/dev/null 2>&1 && echo $$cc && exit; done; done)

support_SRC := $(wildcard common/support/*.c)
syntax_SRC := $(wildcard common/syntax/*.c)
runtime_SRC := $(wildcard common/runtime/*.c common/runtime/builtins/*.c)
cli_SRC := $(wildcard common/cli/*.c)
treewalk_SRC := $(wildcard treewalk/*.c treewalk/nodes/*.c)
bytecode_SRC := $(wildcard bytecode/*.c)
bench_SRC := $(wildcard bench/*.c)
unit_SRC := $(wildcard tests/unit/*_test.c)

support_SEES := support
syntax_SEES := support syntax
runtime_SEES := support runtime
cli_SEES := support syntax runtime cli
treewalk_SEES := $(cli_SEES)
bytecode_SEES := $(cli_SEES)
bench_SEES := support
PARTS := support syntax runtime cli treewalk bytecode bench

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$($(1)_SRC))
COMMON := $(foreach part,support syntax runtime cli,$(call objects,$(part)))
# The interpreter loop is compiled once for each dispatch.
VM_OBJECTS := $(filter-out %/interp.o,$(call objects,bytecode)) $(COMMON)
VM_NO_MAIN := $(filter-out %/bytecode/main.o,$(filter-out %/interp.o,$(call objects,bytecode)))
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(unit_SRC))
EXECUTABLES := $(BUILD)/duet-tree $(BUILD)/duet-vm $(BUILD)/duet-vm-switch $(BUILD)/duet-vm-tos $(if $(TAIL_CC),$(BUILD)/duet-vm-tail)

.PHONY: all
all: $(EXECUTABLES) ## build duet-tree and duet-vm, the latter once more for each other way to make the loop

$(BUILD)/duet-tree: $(call objects,treewalk) $(COMMON)
	$(Q)$(LINK) $^ -lm $(LIBEDIT_LIBS) -o $@
$(BUILD)/duet-vm: $(BUILD)/obj/bytecode/interp.o $(VM_OBJECTS)
	$(Q)$(LINK) $^ -lm $(LIBEDIT_LIBS) -o $@
$(BUILD)/duet-vm-switch: $(BUILD)/obj/bytecode/interp-switch.o $(VM_OBJECTS)
	$(Q)$(LINK) $^ -lm $(LIBEDIT_LIBS) -o $@
$(BUILD)/duet-vm-tos: $(BUILD)/obj/bytecode/interp-tos.o $(VM_OBJECTS)
	$(Q)$(LINK) $^ -lm $(LIBEDIT_LIBS) -o $@
$(BUILD)/duet-vm-tail: $(BUILD)/obj/bytecode/interp-tail.o $(VM_OBJECTS)
	$(Q)$(LINK) $^ -lm $(LIBEDIT_LIBS) -o $@

# How a part's files are compiled.
define PART_RULES
$(BUILD)/obj/$(1)/%.o: $(1)/%.c | $(BUILD)/see/$(notdir $(1))
	@mkdir -p $$(@D)
	$$(Q)$$(COMPILE) -I$(BUILD)/see/$(notdir $(1)) $$(EXTRA) -c $$< -o $$@
$(BUILD)/see/$(notdir $(1)): $(firstword $(MAKEFILE_LIST))
	@mkdir -p $$@
	@for part in $($(notdir $(1))_SEES); do ln -sfn $(CURDIR)/common/$$$$part $$@/$$$$part; done
endef
$(foreach dir,common/support common/syntax common/runtime common/cli treewalk bytecode bench,$(eval $(call PART_RULES,$(dir))))
$(call objects,cli): EXTRA := $(LIBEDIT_FLAGS)
GOTO_FLAGS := $(if $(IS_GCC),-fno-gcse -fno-crossjumping)
$(BUILD)/obj/bytecode/interp.o: EXTRA := $(GOTO_FLAGS)
$(BUILD)/obj/bytecode/interp-switch.o: bytecode/interp.c | $(BUILD)/see/bytecode
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -DDISPATCH_SWITCH -I$(BUILD)/see/bytecode -c $< -o $@
# With goto, and the top of the stack in registers.
$(BUILD)/obj/bytecode/interp-tos.o: bytecode/interp.c | $(BUILD)/see/bytecode
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(GOTO_FLAGS) -DTOP_OF_STACK -I$(BUILD)/see/bytecode -c $< -o $@
# Here, too, values travel as two moves. What a compiler that nobody chose warns of stops nobody.
$(BUILD)/obj/bytecode/interp-tail.o: bytecode/interp.c | $(BUILD)/see/bytecode
	@mkdir -p $(@D)
	$(Q)$(TAIL_CC) $(COMPILE_FLAGS) -Wno-error -mno-implicit-float -DDISPATCH_TAIL -I$(BUILD)/see/bytecode -c $< -o $@

# Unit tests see every part: they test each from outside.
$(BUILD)/see/unit: $(firstword $(MAKEFILE_LIST))
	@mkdir -p $@
	@for part in support syntax runtime cli; do ln -sfn $(CURDIR)/common/$$part $@/$$part; done; ln -sfn $(CURDIR)/bytecode $@/bytecode; ln -sfn $(CURDIR)/treewalk $@/treewalk; ln -sfn $(CURDIR)/bench $@/bench
$(BUILD)/unit/%: tests/unit/%.c $(VM_NO_MAIN) $(BUILD)/obj/bytecode/interp.o $(COMMON) | $(BUILD)/see/unit
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -I$(BUILD)/see/unit -MF $@.d $< $(filter %.o,$^) -lm $(LIBEDIT_LIBS) -o $@

# The benchmark runner's tests, which see nothing of Duet but common/support.
$(BUILD)/unit/bench_%: tests/unit/bench_%.c $(filter-out %/main.o,$(call objects,bench)) $(call objects,support) | $(BUILD)/see/unit
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -I$(BUILD)/see/unit -MF $@.d $< $(filter %.o,$^) -lm -o $@

.PHONY: units
units: $(UNITS)

# What must be there, said plainly.
NEED = @command -v $(1) >/dev/null || { echo "$(1) is missing: install the package $(2)"; exit 1; }

.PHONY: test
test: all units ## every test and program through both backends at every level
	$(call NEED,$(PYTHON),python3)
	$(Q)$(PYTHON) tests/run.py --build $(BUILD)

.PHONY: demo
demo: all ## programs/tour.duet through both backends: do they agree, and how long does each take?
	$(Q)sh programs/demo.sh $(BUILD)

.PHONY: check
check: lint asan gc-stress check-exercises ## lint, the suite under sanitizers and under a collector that never rests, the exercises

# Which configurations the slow checks run: each wing's plain and quickest form, and the handlers that only duet-vm-tos has.
ASAN_CONFIGS ?= tree-O0,tree-O2,vm-O2,vm-O2-tier,tos-O2-tier
STRESS_CONFIGS ?= tree-O1,vm-O2-tier
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: build-asan
build-asan:
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) MODE=asan BUILD=$(BUILD)/asan all units

.PHONY: asan
asan: build-asan ## the suite in a build with AddressSanitizer and UndefinedBehaviorSanitizer
	$(Q)$(PYTHON) tests/run.py --build $(BUILD)/asan --time-limit 60 --config $(ASAN_CONFIGS)

.PHONY: gc-stress
gc-stress: build-asan ## the suite with a collection at every allocation, under the same sanitizers
	$(Q)$(PYTHON) tests/run.py --build $(BUILD)/asan --time-limit 120 --gc-stress --config $(STRESS_CONFIGS)

$(BUILD)/duet-bench: $(call objects,bench) $(call objects,support)
	$(Q)$(LINK) $^ -lm -o $@
BENCH = $(BUILD)/duet-bench --build=$(BUILD) \
	--built-with='-std=gnu11 $(FLAGS_$(MODE))$(if $(IS_GCC), -fno-tree-vectorize)$(if $(CFLAGS), $(CFLAGS))' $(BENCH_OPTIONS)

.PHONY: bench bench-quick bench-ladder
bench: all $(BUILD)/duet-bench ## time Duet against itself and its peers; report in the terminal, as JSON and as a page
	$(Q)$(BENCH) --json=$(BUILD)/bench.json --html=$(BUILD)/bench.html $$(test ! -f $(BUILD)/ladder.json || echo --ladder-from=$(BUILD)/ladder.json)
	@echo "the page: $(BUILD)/bench.html"
bench-quick: all $(BUILD)/duet-bench ## the same with small sizes, in under two minutes
	$(Q)$(BENCH) --quick --json=$(BUILD)/bench-quick.json --html=$(BUILD)/bench-quick.html
	@echo "the page: $(BUILD)/bench-quick.html"
bench-ladder: all $(BUILD)/duet-bench ## what each technique alone is worth
	$(Q)$(BENCH) --ladder --json=$(BUILD)/ladder.json --html=$(BUILD)/ladder.html
	@echo "the page: $(BUILD)/ladder.html"

# The exercises (exercises/README.md). A learner needs no more than these; exercises/learn has them all.
LEARN := exercises/learn
.PHONY: learn grade check-exercises
learn: ## the exercises: begin, or go on where you were
	@$(PYTHON) $(LEARN)
learn-%: # the kit whole but for this stage
	@$(PYTHON) $(LEARN) $*
check-% hint-% solution-%: # for a stage: make check-12
	@$(PYTHON) $(LEARN) $(firstword $(subst -, ,$@)) $*
grade: ## the exercises: a score
	@$(PYTHON) $(LEARN) grade
check-exercises: $(BUILD)/duet-tree $(BUILD)/duet-vm $(BUILD)/duet-vm-switch $(BUILD)/duet-vm-tos ## the exercises' tool, and that every stage works
	$(Q)failed=0; $(PYTHON) tests/exercises/run.py --kit-build $(BUILD) || failed=1; \
	  (cd exercises && $(PYTHON) -m tool.prove --kit-build $(abspath $(BUILD))) || failed=1; exit $$failed

SOURCES := $(foreach part,$(PARTS),$($(part)_SRC)) $(unit_SRC)
HEADERS := $(wildcard common/*/*.h common/runtime/builtins/*.h treewalk/*.h treewalk/nodes/*.h bytecode/*.h bytecode/ops/*.h bench/*.h tests/unit/*.h)

.PHONY: lint
lint: all lint-format lint-tidy lint-cppcheck ## circles of modules, writable globals, formatting, clang-tidy, cppcheck
	$(Q)sh tests/lint/circles.sh $(BUILD)/obj
	$(Q)sh tests/lint/globals.sh $(BUILD)/obj
	$(Q)cd exercises && $(PYTHON) -m tool.prove --holes

.PHONY: lint-format lint-tidy lint-cppcheck
lint-format:
	$(call NEED,clang-format,clang-format)
	$(Q)clang-format --dry-run --Werror $(SOURCES) $(HEADERS) && echo "formatted"
# Not the unit tests: they go on behind a check that failed, which the analyzer takes for a way to crash.
lint-tidy:
	$(call NEED,clang-tidy,clang-tidy)
	$(Q)sh tests/lint/tidy.sh $(filter-out $(unit_SRC),$(SOURCES)) && echo "clang-tidy is content"
lint-cppcheck:
	$(call NEED,cppcheck,cppcheck)
	$(Q)sh tests/lint/cppcheck.sh $(SOURCES) && echo "cppcheck is content"

.PHONY: format
format: ## clang-format every source
	clang-format -i $(SOURCES) $(HEADERS)

INSTALLED := $(DESTDIR)$(PREFIX)
.PHONY: install uninstall
install: all ## duet-vm, duet-tree, duet (the VM) and the manual to PREFIX (/usr/local), below DESTDIR
	install -d $(INSTALLED)/bin $(INSTALLED)/share/man/man1
	install -m 755 $(BUILD)/duet-vm $(BUILD)/duet-tree $(INSTALLED)/bin
	install -m 644 common/cli/duet.1 $(INSTALLED)/share/man/man1
	ln -sf duet-vm $(INSTALLED)/bin/duet
	ln -sf duet.1 $(INSTALLED)/share/man/man1/duet-vm.1
	ln -sf duet.1 $(INSTALLED)/share/man/man1/duet-tree.1
uninstall: ## remove what install put there
	rm -f $(addprefix $(INSTALLED)/bin/,duet duet-vm duet-tree) $(addprefix $(INSTALLED)/share/man/man1/,duet.1 duet-vm.1 duet-tree.1)

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)

.DELETE_ON_ERROR:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
