# The virtual environment is made on first use; beside it only the cache of compiled checklists in the user's cache
# folder is written.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
AS_OF  := 2026-11-22

.DEFAULT_GOAL := help
.PHONY: help demo test check bench golden samples docs mutants clean

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(BIN)/casecheck: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(BIN)/casecheck
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(BIN)/casecheck

demo: $(BIN)/casecheck ## read the samples and print their reports
	@$(BIN)/casecheck check samples/dossiers/* --as-of $(AS_OF) --fail-on never

test: $(VENV)/.dev ## run the tests
	@$(BIN)/pytest -n auto

check: $(VENV)/.dev ## lint, types, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.dev ## speed, as ratios in one run; extraction where CASECHECK_CORPUS is set
	@$(BIN)/python -m benchmarks

golden: $(VENV)/.dev ## rewrite the stored outputs that tests compare
	@CASECHECK_GOLDEN=write $(BIN)/pytest tests/golden

samples: $(VENV)/.dev ## rebuild samples/dossiers from their specs (needs LibreOffice and the Noto CJK fonts)
	@$(BIN)/python -m samples

mutants: $(VENV)/.dev ## change the clean samples in one respect each; every change must give its finding
	@$(BIN)/python -m tests.mutants

docs: $(VENV)/.dev ## draw the pictures of the READMEs from real runs (needs the Noto CJK fonts)
	@$(BIN)/python -m docs.pictures

clean: ## remove the virtual environment and caches
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
