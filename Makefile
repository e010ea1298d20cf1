# Everything is set up in .venv, from PyPI. What must be there before is Python 3.11 or newer with its venv module.
#
#   make demo     check the agreements in datasets/
#   make test     run the tests; make test PYTEST_ARGS="-k budget -x" passes options on
#   make lint     ruff, mypy --strict and the import contracts
#   make format   let ruff put the code in order
#   make readme   write the README's screenfuls anew
#   make examples make the example reports in reports/examples anew
#   make docs     write the documentation's made pages and screens anew, and build it in build/site
#   make wheel    build dist/pkcheck-*.whl
#   make clean    remove what all of these made, .venv included

PYTHON ?= python3
PYTEST_ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
DEMO := datasets/kpu-kaltim-2024/pk-kpu-kaltim-2024.txt

.PHONY: demo test lint format readme examples docs wheel clean
.DELETE_ON_ERROR:

# Status 1 is what a check with findings gives; only 2 says that something could not be used.
demo: .venv/ready
	@$(BIN)/pkcheck check $(DEMO) || test $$? -eq 1

test: .venv/ready-for-tests
	$(BIN)/python -m pytest --numprocesses auto $(PYTEST_ARGS)

# import-linter looks for pkcheck.rules in pkcheck/rules. Only an installed package has it there: in an editable install
# it is rules/ itself. So the contracts are checked on the built wheel, unpacked, from within (it prefers where it stands).
lint: .venv/ready-for-lint wheel
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(PIP) install --no-deps --target build/unpacked dist/*.whl
	cd build/unpacked && ../../$(BIN)/lint-imports ../../pyproject.toml --no-cache

format: .venv/ready-for-lint
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

readme: .venv/ready-for-tests
	$(BIN)/python tests/test_docs.py --write

examples: .venv/ready-for-tests
	$(BIN)/python reports/examples/make_examples.py

docs: .venv/ready-for-docs
	$(BIN)/python docs/make_rule_pages.py
	$(BIN)/python docs/make_screens.py
	rm -rf build/site
	$(BIN)/zensical build --strict --config-file mkdocs.yml
	$(BIN)/zensical build --strict --config-file mkdocs.en.yml

# setuptools puts into a wheel whatever an earlier build left behind, so nothing may be left.
wheel: .venv/ready
	rm -rf build dist
	$(PIP) wheel --no-deps --wheel-dir dist .

clean:
	rm -rf .venv build dist pkcheck.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache

# The stamps. With -qq pip tells errors, and not the builder's musings on editable installs. It has known --group since
# 25.1; the pip that venv brings may be older.
.venv/ready: pyproject.toml setup.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(PIP) install --upgrade "pip>=25.1"
	$(PIP) install --editable .
	@touch $@

.venv/ready-for-tests: .venv/ready
	$(PIP) install --group test
	@touch $@

.venv/ready-for-lint: .venv/ready-for-tests
	$(PIP) install --group lint
	@touch $@

.venv/ready-for-docs: .venv/ready
	$(PIP) install --group docs
	@touch $@
