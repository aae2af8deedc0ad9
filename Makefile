# Dialogue, for those who have make. Everyone else: python start.py
#
#   make serve               serve on this computer; LAN=1 for the phones in the room; PORT, HOST, DATA
#   make demo                watch a simulated dialogue; SPEED, SCENARIO=file.json
#   make test                every test, with all that it needs; ARGS go to pytest
#   make check               lint, format, types, import contracts, documentation
#   make bench               measure beside a raw relay
#   make bundle              one folder that needs no internet; ALL=1 for all systems, or SYSTEMS, PYTHONS
#
# Variables given here or in the environment reach the program, which reads them itself.

.DEFAULT_GOAL := help
.PHONY: help catalogue serve demo setup setup-dev browser office test check format bench bundle pins clean

ifndef PYTHON
PYTHON := $(or $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; \
	done),python3)
endif
START := $(PYTHON) start.py
VENV := .venv/bin/python

help:
	@sed -n 's/^#   //p' Makefile

serve:
	@$(START) serve

demo:
	@$(START) demo $(SCENARIO)

setup:
	@$(START) --setup

setup-dev:
	@$(START) --setup --dev

browser:
	@$(PYTHON) -m deploy.browser

office:
	@$(PYTHON) -m deploy.office

# Everything, on as many processors as there are up to four; what is named in ARGS runs in one process, to be watched.
test: setup-dev browser office
	@$(VENV) -m pytest $(or $(ARGS),--numprocesses auto --maxprocesses 4 --dist loadfile)

check: setup-dev
	@$(VENV) -m ruff check
	@$(VENV) -m ruff format --check
	@$(VENV) -m mypy
	@$(VENV) -c 'import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))'
	@$(VENV) -m pytest -q tests/house

# The sentences for translators, and what pages and screens read of them: make catalogue TONGUE=nb
catalogue: setup-dev
	@$(VENV) -m deploy.catalogue $(TONGUE)

# What `make check` would ask for and a machine can do.
format: setup-dev
	@$(VENV) -m ruff check --fix
	@$(VENV) -m ruff format

bench: setup-dev browser
	@command -v node >/dev/null && command -v npm >/dev/null || \
		{ echo "The relay that is measured beside Dialogue runs on Node: install nodejs and npm." >&2; exit 1; }
	@npm ci --prefix bench --no-audit --no-fund --silent
	@$(VENV) -m bench $(ARGS)

# In dist/: the program with its wheels and start scripts, for a computer without internet (docs/bundle.md).
bundle: setup
	@$(VENV) -m deploy.bundle $(if $(ALL),--all) $(SYSTEMS:%=--system %) $(PYTHONS:%=--python %)

# New pins from pyproject.toml, for all systems; UPGRADE=1 takes the newest of everything.
pins:
	@command -v uv >/dev/null || { echo "Pins are made with uv: install it first." >&2; exit 1; }
	@for part in "" "-pdf" "-dev"; do \
		case "$$part" in -dev) more="--group dev" ;; -pdf) more="--extra pdf" ;; *) more="" ;; esac; \
		uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
			--no-header --no-annotate --no-emit-index-url $(if $(UPGRADE),--upgrade) \
			$$more $${part:+--constraint deploy/requirements.txt} \
			--output-file deploy/requirements$$part.txt >/dev/null || exit 1; \
	done

# What set-up and tests made; never a DATA folder.
clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist bench/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
