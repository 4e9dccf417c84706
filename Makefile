# Two commands: `make demo` and `make test`. Both set up everything they need.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
UV_VERSION := 0.13.8
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := $(UV) run --frozen --no-sync
# Newsrooms often sit behind a proxy with a certificate of its own, which only the system store knows.
export UV_SYSTEM_CERTS := true
STAMP := .venv/.synced
DEMO ?= demo

.PHONY: help demo test setup lint types contracts unit bench clean

help:            ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/  /'

demo: setup      ## Run the main job on the sample crisis and say where the brief lies
	@$(RUN) onrecord demo --into $(DEMO)
	@echo "(From this checkout the command is .venv/bin/onrecord.)"

test: setup lint types contracts unit  ## Run every check and every test

setup: $(STAMP)

lint: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .

types: setup
	@$(RUN) mypy

contracts: setup
	@$(RUN) lint-imports

unit: setup
	@$(RUN) pytest -q -n 2 --dist loadfile

# The stamp is renewed when what is to be installed changes; a second run goes straight on.
$(STAMP): pyproject.toml uv.lock models/en/pyproject.toml | $(UV)
	@$(UV) sync --frozen --quiet
	@touch $@

.tools/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Onrecord needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv .tools || \
	  { echo "Python's venv is missing. On Debian: apt-get install python3-venv" >&2; exit 2; }
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

# Example: make bench TEXT=analysis.txt GOLD=analysis-gold.jsonl DATE=2025-11-28
bench: setup     ## Score the reader on TEXT against GOLD (a careful reading), beside a baseline
	@$(RUN) python -m benchmarks.statements --text "$(TEXT)" --gold "$(GOLD)" --date "$(DATE)"

clean:           ## Remove what make made
	rm -rf .venv .tools $(DEMO) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
