# `make check` is what CI runs.
.PHONY: check test lint types imports content pictures

check:
	.ci/run

test:
	.venv/bin/pytest -q

lint:
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

types:
	.venv/bin/mypy

imports:
	.venv/bin/lint-imports

content:
	.venv/bin/casebot check --strict

pictures:
	.venv/bin/python docs/make_pictures.py
