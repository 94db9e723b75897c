# Every target does its own set-up: the first call makes .venv, later ones find it ready.
# Windows has no make: README.md names the same commands.

PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup run test test-full mutation lint format bench lock translations guide bundle \
    deb rpm appimage flatpak wine-smoke release-check clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
	    || sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1: \2/p' Makefile

setup: ## Make .venv from the pinned lock
	@packaging/setup.sh

run: setup ## Make a video on the sandbox: in the window, or in the terminal without a display
	@$(PYTHON) packaging/run.py

test: setup ## Run every check
	@$(PYTHON) packaging/run_checks.py

test-full: setup ## Run every check, and the slow tests
	@$(PYTHON) packaging/run_checks.py --full

mutation: setup ## Take each fence of money and files away in turn: which test goes red
	@$(PYTHON) -m tests.mutation

lint: setup ## Run the checks that run no tests
	@$(PYTHON) packaging/run_checks.py --lint

format: setup ## Format the code and mend what can be mended
	@$(PYTHON) -m ruff check --fix --exit-zero --quiet .
	@$(PYTHON) -m ruff format .

bench: setup ## Measure start, listing, sending and the whole job
	@$(PYTHON) packaging/system_libraries.py
	@$(PYTHON) packaging/compile_translations.py
	@$(PYTHON) -m benchmarks

lock: ## Renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header --python-version 3.11 \
	    --group dev --output-file requirements.lock pyproject.toml

translations: setup ## Extract the texts into i18n/*.ts and compile them
	@$(PYTHON) packaging/compile_translations.py --update

guide: setup ## Take the pictures of the user guide again, by hand, from the running program
	@$(PYTHON) packaging/compile_translations.py
	@$(PYTHON) -m tests.hands.guide_pictures

bundle: setup ## Make the folder that installers carry, in dist/ (needs strip and a C compiler)
	@PYTHONPATH=packaging $(PYTHON) -m bundle.build --pack

# FOLDER names a folder of `make bundle` that is there already.
PACK := PYTHONPATH=packaging $(PYTHON) -m
BUILT := $(if $(FOLDER),--folder $(FOLDER))

deb: setup ## Make the package for Debian and Ubuntu, in dist/
	@$(PACK) linux.deb $(BUILT)

rpm: setup ## Make the package for Fedora and openSUSE, in dist/ (needs rpmbuild)
	@$(PACK) linux.rpm $(BUILT)

appimage: setup ## Make the AppImage, in dist/ (needs mksquashfs, and RUNTIME=FILE)
	@$(PACK) linux.appimage --runtime "$(RUNTIME)" $(BUILT)

flatpak: setup ## Lay out what the manifest of Flatpak packs, in dist/flatpak
	@$(PACK) linux.flatpak $(BUILT)

wine-smoke: setup ## Try folder, installer and engine of Windows under Wine (Debian, as root)
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=packaging $(PYTHON) -m windows.wine_smoke

release-check: setup ## Whether this checkout may become a release, as a table (FULL=1: with the slow tests)
	@PYTHONPATH=packaging $(PYTHON) -m release.check $(if $(FULL),--full)

clean: ## Remove what was built and every cache; .venv stays
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
