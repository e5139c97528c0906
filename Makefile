# Everything a clean clone needs: Python 3.11 or later, make and pip.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint check format bench simulate meaning promises sample screenshots clean

run: .venv/run.stamp
	$(BIN)/python -m analytics set-up
	$(BIN)/python -m streamlit run app.py

test: .venv/dev.stamp
	$(BIN)/python -m pytest -n logical --maxprocesses 2 --dist loadfile

lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

format: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev.stamp
	$(BIN)/python -m tests.bench

simulate: .venv/dev.stamp
	$(BIN)/python -m tests.simulate

meaning: .venv/dev.stamp
	$(BIN)/python -m tests.meaning.mutated

promises: .venv/dev.stamp
	$(BIN)/python -m tests.promises

sample: .venv/run.stamp
	$(BIN)/python -m data.sample.generate

screenshots: .venv/dev.stamp
	$(BIN)/python -m tests.e2e.screenshots

clean:
	rm -rf .venv

.venv/run.stamp: requirements.txt
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or later is needed') if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
