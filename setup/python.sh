#!/usr/bin/env bash
# Puts exactly the locked libraries, and Alongside itself in place, into .venv. Safe to run again at any time.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

python=""
for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3; do
  if recent "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
  say "Alongside needs Python 3.11 or newer, and found none. Install it, or name it: make PYTHON=/path/to/python3.11"
  exit 1
fi

if ! recent .venv/bin/python; then
  rm -rf .venv
  "$python" -m venv .venv >/dev/null 2>&1 || "$python" -m venv --without-pip .venv
fi
if .venv/bin/python -m pip --version >/dev/null 2>&1; then
  pip=(.venv/bin/python -m pip)
elif "$python" -m pip --version >/dev/null 2>&1; then
  pip=("$python" -m pip --python .venv/bin/python)
else
  say "$python has neither venv with pip nor pip. Install them (on Debian and Ubuntu: apt-get install python3-venv)."
  exit 1
fi

say "Setup: Python libraries"
install=("${pip[@]}" install -qq --disable-pip-version-check --no-input)
"${install[@]}" --require-hashes -r requirements-setup.txt
# uv reads the machine's own certificates, so that a network with its own authority works. Where uv cannot reach what
# pip is configured to reach (a mirror, a folder of wheels), pip does the same work more slowly. Compiled once here, the
# libraries are not compiled again by every process that starts.
export UV_SYSTEM_CERTS=true UV_NATIVE_TLS=true UV_LINK_MODE="${UV_LINK_MODE:-copy}"
sync=(.venv/bin/uv pip sync --quiet --compile-bytecode --python .venv/bin/python --require-hashes)
if ! "${sync[@]}" requirements-setup.txt requirements-dev.txt; then
  say "Setup: uv could not install them; trying pip"
  "${install[@]}" --require-hashes -r requirements-dev.txt
fi
.venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --offline -e .
