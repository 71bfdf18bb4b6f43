# Sourced by scripts/run and scripts/test: makes .venv when it is missing, broken or out of date.
#
#   prepare run    what the program needs
#   prepare dev    what its tests need, too
#
# A stamp says for which pyproject.toml, folder and Python .venv was made. While it fits, nothing is started
# but one cksum. All messages go to stderr, so that the program's own output stays clean.

venv="$root/.venv"
stamp="$venv/.timeline-stamp"
unfinished="$venv/.timeline-unfinished"
lock="$root/.venv.lock"
python="$venv/bin/python"
[ "${OS:-}" != Windows_NT ] || python="$venv/Scripts/python"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 69
}

prepare() {
    level=$1
    wanted="$(cksum <"$root/pyproject.toml") ${PYTHON:-any} $root"
    is_ready && return
    take_lock
    is_ready || make_ready
    release_lock
}

# is_ready: the stamp fits, and the interpreter is still there
is_ready() {
    [ -x "$python" ] && [ -r "$stamp" ] && [ ! -e "$unfinished" ] || return 1
    { IFS= read -r made_for && IFS= read -r made_level; } <"$stamp" || return 1
    [ "$made_for" = "$wanted" ] || return 1
    [ "$made_level" = dev ] || [ "$level" = run ]
}

# Two starts at once: the second waits for the first.
take_lock() {
    told=
    until mkdir "$lock" 2>/dev/null; do
        [ -d "$lock" ] || fail "The folder $root cannot be written to, so .venv cannot be made there."
        owner=$(cat "$lock/pid" 2>/dev/null || :)
        if [ -z "$owner" ]; then
            sleep 1
            owner=$(cat "$lock/pid" 2>/dev/null || :)
        fi
        if [ -z "$owner" ] || ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$lock"
        else
            [ -n "$told" ] || say "Waiting for another start to finish setting up .venv."
            told=yes
            sleep 1
        fi
    done
    trap release_lock EXIT
    trap 'exit 130' INT TERM HUP
    printf '%s\n' "$$" >"$lock/pid"
}

release_lock() {
    rm -rf "$lock"
    trap - EXIT INT TERM HUP
}

make_ready() {
    unset PYTHONHOME PYTHONPATH
    export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
    keep_venv || make_venv
    : >"$unfinished"
    rm -f "$stamp"
    if [ "$level" = dev ]; then what="$root[dev]"; else what=$root; fi
    say "Installing what the timeline needs into .venv (once; about 150 MB are downloaded)."
    "$python" -m pip install --editable "$what" >&2 ||
        fail "Installing failed; the lines above tell why. Once that is solved, start again."
    printf '%s\n%s\n' "$wanted" "$level" >"$stamp"
    rm -f "$unfinished"
}

# keep_venv: a complete .venv of this folder with a fitting Python and pip only gets what is new
keep_venv() {
    [ -x "$python" ] && [ ! -e "$unfinished" ] && [ -r "$stamp" ] || return 1
    IFS= read -r made_for <"$stamp" || return 1
    [ "${made_for#* * }" = "${wanted#* * }" ] || return 1
    fits "$python" && "$python" -m pip --version >/dev/null 2>&1
}

make_venv() {
    tried=
    for candidate in python3.13 python3.12 python3.11 python3 python; do
        candidate=${PYTHON:-$candidate}
        if fits "$candidate"; then
            real=$("$candidate" -c 'import os, sys; print(os.path.realpath(sys.executable))')
            if [ "$real" != "$tried" ]; then
                tried=$real
                venv_of "$real" && return
            fi
        fi
        [ -z "${PYTHON:-}" ] || break
    done
    rm -rf "$venv"
    [ -z "$tried" ] || fail "$tried can make no virtual environment with pip in it; on Debian or Ubuntu: sudo apt-get install python3-venv"
    [ -z "${PYTHON:-}" ] || fail "PYTHON=$PYTHON is not a Python of version 3.11 or newer."
    fail "The timeline needs Python 3.11 or newer, and none was found; PYTHON=/path/to/python scripts/run names one."
}

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# venv_of PYTHON: with its own ensurepip, or else with any pip (22.3 or newer) that another Python has
venv_of() {
    rm -rf "$venv" || fail "The old .venv cannot be removed; remove it by hand and start again."
    say "Making .venv with Python $("$1" -c 'import sys; print(sys.version.split()[0])') ($1)."
    if "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && "$1" -m venv "$venv" >/dev/null 2>&1; then
        return 0
    fi
    rm -rf "$venv"
    "$1" -m venv --without-pip "$venv" >/dev/null 2>&1 || return 1
    for helper in "$1" python3 python /usr/bin/python3; do
        "$helper" -m pip --version >/dev/null 2>&1 || continue
        "$helper" -m pip --python "$python" install pip >&2 && return 0
    done
    return 1
}
