# Needs python3 (3.11 or newer, with venv), make, git, sh, coreutils, and a package registry that
# pip knows of. Everything else goes into .venv, which these targets make.

PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
# -E: a page that was built before would keep its warnings to itself.
SPHINX := $(BIN)/python -m sphinx -n -W --keep-going -E -q -j 1 -d build/docs/doctrees \
	docs build/docs/html
PYTEST := $(BIN)/python -m pytest -n auto --cov --cov-report=term

MAP := maps/us-rok-2025.argmap.yaml
DRAWN := build/us-rok-2025.svg build/us-rok-2025.png \
	build/us-rok-2025.outline.md build/us-rok-2025.outline.txt

.DEFAULT_GOAL := help
.PHONY: help demo test docs deep pythons fuzz mutants bench bare fix clean
# Two targets share one .venv: never install into it twice at a time.
.NOTPARALLEL:

help:
	@echo 'make demo    draw and outline the map of maps/ into build/'
	@echo 'make test    the gate: format, lint, spelling, types, floors, docs, tests with coverage'
	@echo 'make docs    build the site into build/docs/html'
	@echo 'make deep    the tests with the full counts of examples; lists what could not run'
	@echo 'make fuzz    coverage-guided fuzzing of the reader (FUZZ_SECONDS=1800)'
	@echo 'make bench   measure against the budgets and other programs (SIZES=1000, ROUNDS=5)'
	@echo 'make pythons the tests on every supported Python that is on this machine'
	@echo 'make mutants change the code of rules, graphs and text, and name what no test notices'
	@echo 'make bare    make demo of the last commit on a bare PATH (ARGS=--test: make test too)'
	@echo 'make fix     let ruff mend and format what it can, and name the rest'
	@echo 'make clean   remove .venv, build and the caches'

# --- the environment ---------------------------------------------------------------------------

# The stamp comes last: a venv that broke off half made is made again.
$(VENV)/made:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo 'argmap needs Python 3.11 or newer, and there is no $(PYTHON) here; name one: make PYTHON=/path/to/python3' >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "argmap needs Python 3.11 or newer, and $(PYTHON) is %d.%d; name another: make PYTHON=python3.13" % sys.version_info[:2] or 0)'
	@$(PYTHON) -c 'import ensurepip, venv; ensurepip.version()' >/dev/null 2>&1 || { \
	  echo '$(PYTHON) cannot make a virtual environment (no venv or ensurepip); install it: apt install python3-venv (Debian, Ubuntu) or dnf install python3-libs python3-pip (Fedora)' >&2; \
	  exit 1; }
	@echo '== make $(VENV)'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/for-demo: pyproject.toml $(VENV)/made
	@echo '== install argmap and a layout engine into $(VENV)'
	@$(INSTALL) '.[dot]'
	@touch $@

$(VENV)/for-test: pyproject.toml $(VENV)/made
	@echo '== install argmap, a layout engine and the test tools into $(VENV)'
	@$(INSTALL) '.[dot,test]'
	@touch $(VENV)/for-demo $@

$(VENV)/for-bench: pyproject.toml $(VENV)/made
	@echo '== install argmap, a layout engine and a SAT solver into $(VENV)'
	@$(INSTALL) '.[dot,sat]'
	@touch $(VENV)/for-demo $@

$(VENV)/for-fuzz: pyproject.toml $(VENV)/made
	@echo '== install argmap and the fuzzer into $(VENV)'
	@$(INSTALL) '.[fuzz]'
	@touch $@

$(VENV)/for-mutants: pyproject.toml $(VENV)/for-test
	@echo '== install the mutation tester into $(VENV)'
	@$(INSTALL) '.[dot,test,mutants]'
	@touch $@

# --- the verbs ---------------------------------------------------------------------------------

demo: $(VENV)/for-demo
	@mkdir -p build
	@rm -f $(DRAWN)
	@echo '== check the maps'
	$(BIN)/argmap check --fail-on warning maps/
	@echo '== draw'
	$(BIN)/argmap diagram $(MAP) -o build/us-rok-2025.svg
	$(BIN)/argmap diagram $(MAP) -o build/us-rok-2025.png
	@echo '== outline'
	$(BIN)/argmap outline $(MAP) -o build/us-rok-2025.outline.md --format markdown
	$(BIN)/argmap outline $(MAP) > build/us-rok-2025.outline.txt
	@echo '== its first 40 lines'
	@head -n 40 build/us-rok-2025.outline.txt
	@echo '== made (bytes)'
	@wc -c $(DRAWN)

test: $(VENV)/for-test
	@echo '== ruff format --check'
	@$(BIN)/ruff format --check --quiet .
	@echo '== ruff check'
	@$(BIN)/ruff check --quiet .
	@echo '== codespell'
	@$(BIN)/codespell README.md CONTRIBUTING.md CHANGELOG.md docs src maps bench
	@echo '== mypy'
	@$(BIN)/mypy src tests bench docs/_ext
	@echo '== lint-imports'
	@$(BIN)/lint-imports --no-logo
	@echo '== sphinx'
	@$(SPHINX)
	@echo '== pytest'
	@HYPOTHESIS_PROFILE=ci $(PYTEST)

docs: $(VENV)/for-test
	@$(SPHINX)
	@echo 'build/docs/html/index.html'

deep: $(VENV)/for-test
	@echo '== pytest, full counts'
	@command -v dot >/dev/null 2>&1 || \
	  echo 'dot is not installed: the tests that need it are listed as SKIPPED below'
	@HYPOTHESIS_PROFILE=deep $(PYTEST) -rs --no-fold-skipped
	@sh .ci/pythons

# Finds go to build/fuzz; each becomes a test before it is mended.
FUZZ_SECONDS ?= 1800
fuzz: $(VENV)/for-fuzz
	@mkdir -p build/fuzz/corpus
	@cp maps/*.argmap.yaml build/fuzz/corpus/
	$(BIN)/python fuzz/reader.py -max_total_time=$(FUZZ_SECONDS) -max_len=4000 -timeout=30 \
	  -dict=fuzz/words.dict -artifact_prefix=build/fuzz/ build/fuzz/corpus

# Peers have an environment of their own, and a run goes on without one that cannot be installed.
PEERS := build/bench-venv
SIZES ?= 1000 10000 100000
ROUNDS ?= 5
$(PEERS)/made: bench/requirements.txt
	@echo '== install the peers into $(PEERS)'
	@$(PYTHON) -m venv $(PEERS)
	@grep '^[a-z]' $< | { all=yes; while read -r peer; do \
	  $(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check "$$peer" || all=no; \
	  done; test $$all = no || touch $@; }

bench: $(VENV)/for-bench $(PEERS)/made
	@$(BIN)/python -m bench.run --sizes $(SIZES) --rounds $(ROUNDS) \
	  --peers $(PEERS)/bin/python $(ARGS)

# A mutant that survives is a change of the code that no test notices: mend the test, or say why not.
mutants: $(VENV)/for-mutants
	@rm -rf mutants
	HYPOTHESIS_PROFILE=mutants $(BIN)/mutmut run
	@$(BIN)/mutmut results

pythons:
	@sh .ci/pythons

bare:
	@sh .ci/bare $(ARGS)

fix: $(VENV)/for-test
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .
	@$(BIN)/ruff check .

clean:
	rm -rf $(VENV) build dist htmlcov mutants .coverage .coverage.* .hypothesis \
	  .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
