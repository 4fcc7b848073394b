# Thin aliases over bootstrap.py, which also works where there is no make.
PYTHON ?= python3

.PHONY: run test check bench demo sync lock
run test check bench demo sync:
	@$(PYTHON) bootstrap.py $@ $(ARGS)

# Renew the locks after a change of dependencies in pyproject.toml.
lock: sync
	.venv/bin/uv pip compile pyproject.toml --universal --generate-hashes -q -o requirements.lock $(ARGS)
	.venv/bin/uv pip compile pyproject.toml --group dev --universal --generate-hashes -q -o requirements-dev.lock $(ARGS)
