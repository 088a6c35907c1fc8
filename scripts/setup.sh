# Sets up the tools that the other scripts need; sourced by them with `root` as the working directory.
# Does nothing (in well under a second) when all is there. State lives in .local/, .venv/ and node_modules/.
# shellcheck shell=bash

unset PYTHONDONTWRITEBYTECODE # every start of a process would compile everything again
UV_VERSION=0.13.9

say() { printf '%s\n' "$*" >&2; }

stop_with() {
  say "set-up: $1"
  exit 1
}

usage() { # usage HOW ARGUMENT...: of a script whose arguments no other program reads; in order where help was asked for
  say "usage: $1"
  case "${2:-}" in -h | --help) exit 0 ;; esac
  exit 2
}

is_python() { # is_python COMMAND: 3.12 or newer, able to make environments
  "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

find_python() {
  local candidate
  if [ -n "${FF_PYTHON:-}" ]; then
    is_python "$FF_PYTHON" || stop_with "FF_PYTHON=$FF_PYTHON is not a Python 3.12 or newer"
    printf '%s\n' "$FF_PYTHON"
    return
  fi
  for candidate in python3.13 python3.14 python3.12 python3 python; do
    candidate=$(command -v "$candidate") || continue
    case $candidate in */shims/*) continue ;; esac # uv does not see through them
    is_python "$candidate" && printf '%s\n' "$candidate" && return
  done
  for candidate in $(installed_by_pyenv); do
    is_python "$candidate" && printf '%s\n' "$candidate" && return
  done
  stop_with "Python 3.12 or newer is needed (3.13 is what production runs); install it from https://www.python.org/downloads/ or with your package manager"
}

installed_by_pyenv() { # newest first
  local pyenv_root=${PYENV_ROOT:-$HOME/.pyenv}
  [ -d "$pyenv_root/versions" ] || return 0
  find "$pyenv_root/versions" -maxdepth 1 -name '3.1[2-9]*' | sort -t. -k2,2nr -k3,3nr | sed 's|$|/bin/python3|'
}

find_uv() { # on the PATH, else our own copy under .local/
  local found
  if found=$(command -v uv); then
    printf '%s\n' "$found"
    return
  fi
  if [ ! -x .local/uv/bin/uv ]; then
    say "set-up: fetching uv $UV_VERSION into .local/uv"
    rm -rf .local/uv
    "$1" -m venv .local/uv && .local/uv/bin/python -m pip install --quiet "uv==$UV_VERSION" >&2 ||
      stop_with "uv could not be installed; see the message above, or install it from https://docs.astral.sh/uv/"
  fi
  printf '%s\n' .local/uv/bin/uv
}

fingerprint() { cat "$@" | cksum; }

is_current() { # is_current STAMP FILE...
  local stamp=$1
  shift
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$@")" ]
}

begin() { # begin STAMP MESSAGE: from here on it is not done, also when it is interrupted
  rm -f "$1"
  say "set-up: $2"
}

setup_python() {
  local python uv
  if [ -x .venv/bin/python ] && is_current .local/setup/python pyproject.toml uv.lock; then return; fi
  python=$(find_python) || exit 1
  uv=$(find_uv "$python") || exit 1
  begin .local/setup/python "installing the Python packages of uv.lock into .venv"
  UV_PYTHON=$python "$uv" sync --frozen --quiet --compile-bytecode || stop_with "the Python packages could not be installed; see the message above"
  fingerprint pyproject.toml uv.lock >.local/setup/python
}

need_node() {
  local major
  command -v node >/dev/null && command -v npm >/dev/null ||
    stop_with "Node.js 20 or newer is needed for the web app and the Firebase Auth emulator; install it from https://nodejs.org"
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || stop_with "Node.js 20 or newer is needed, this is $(node --version); install it from https://nodejs.org"
}

setup_node() {
  need_node
  if [ -d node_modules/firebase-tools ] && is_current .local/setup/node package-lock.json; then return; fi
  begin .local/setup/node "installing firebase-tools into node_modules (a few minutes, once)"
  npm ci --ignore-scripts --loglevel=error >&2 || stop_with "firebase-tools could not be installed; see the message above"
  fingerprint package-lock.json >.local/setup/node
}

web_sources() { # the committed ones, and what its types are made from
  find web docs/openapi.json \( -name node_modules -o -name dist \) -prune -o -type f ! -name schema.d.ts -print | LC_ALL=C sort
}

setup_web() { # the packages of the web app, and web/dist built from its sources
  local sources
  need_node
  if [ ! -d web/node_modules ] || ! is_current .local/setup/web-packages web/package-lock.json; then
    begin .local/setup/web-packages "installing the packages of web/package-lock.json"
    npm ci --prefix web --ignore-scripts --loglevel=error >&2 || stop_with "the packages of the web app could not be installed; see the message above"
    fingerprint web/package-lock.json >.local/setup/web-packages
  fi
  mapfile -t sources < <(web_sources)
  if [ -f web/dist/index.html ] && is_current .local/setup/web "${sources[@]}"; then return; fi
  begin .local/setup/web "building the web app into web/dist"
  npm --prefix web run --silent build >.local/setup/web-build 2>&1 || {
    cat .local/setup/web-build >&2
    stop_with "the web app could not be built; see the message above"
  }
  fingerprint "${sources[@]}" >.local/setup/web
}

setup_java() {
  local major
  [ -n "${FIRESTORE_EMULATOR_HOST:-}" ] && return
  command -v java >/dev/null ||
    stop_with "Java 21 or newer is needed for the Firestore emulator (17 for an older emulator); install e.g. openjdk-21-jre-headless"
  if is_current .local/setup/java "$(command -v java)"; then return; fi
  major=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${major:-0}" -ge 17 ] ||
    stop_with "Java 21 or newer is needed for the Firestore emulator (17 for an older emulator), this is ${major:-unknown}"
  .venv/bin/python -m emulators.firestore --java "$major" || exit 1
  fingerprint "$(command -v java)" >.local/setup/java
}

setup_infra() { # Terraform's core and its providers' schemas, checkov and zizmor: in an environment of their own
  local offline=tests/infra/offline inputs python uv name wheel
  inputs=("$offline/requirements.txt" "$offline/provider-schemas.txt" "$offline/schema.py")
  if [ -x .local/infra/venv/bin/python ] && is_current .local/setup/infra "${inputs[@]}"; then return; fi
  python=$(find_python) || exit 1
  uv=$(find_uv "$python") || exit 1
  begin .local/setup/infra "installing what checks the infrastructure into .local/infra"
  rm -rf .local/infra && mkdir -p .local/infra
  "$uv" venv --quiet --python "$python" .local/infra/venv &&
    "$uv" pip sync --quiet --require-hashes --python .local/infra/venv/bin/python "$offline/requirements.txt" &&
    "$python" -m venv .local/infra/pip &&
    .local/infra/pip/bin/python -m pip download --quiet --no-deps --require-hashes \
      --dest .local/infra/wheels --requirement "$offline/provider-schemas.txt" >&2 ||
    stop_with "what checks the infrastructure could not be installed; see the message above"
  for name in google google-beta; do
    wheel=$(find .local/infra/wheels -name "cdktn_provider_${name//-/_}-[0-9]*.whl")
    "$python" "$offline/schema.py" "$wheel" ".local/infra/$name.json" || stop_with "the schema of the provider $name could not be read"
  done
  rm -rf .local/infra/wheels .local/infra/pip
  fingerprint "${inputs[@]}" >.local/setup/infra
}

# setup_tools [python]: what the whole stack needs, or what needs no server.
setup_tools() {
  mkdir -p .local/setup
  setup_python
  if [ "${1:-all}" = python ]; then return; fi
  setup_node
  setup_web
  setup_java
}
