"""scripts/run and scripts/test set up once, then start at once; tried with a stand-in for Python and pip."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")

SCRIPTS = ("scripts/run", "scripts/test", ".ci/run")
CHECKOUT = Path(__file__).resolve().parent.parent

# Notes every call, makes a .venv with itself as interpreter, fails on request, and else does nothing.
STAND_IN = """\
#!/bin/sh
printf '%s|' "$@" >>"$CALLS"; echo >>"$CALLS"
case "$1 ${2:-} ${3:-}" in
    -c*realpath*) echo "$0" ;;
    "-m venv "*) for last; do :; done; mkdir -p "$last/bin"; cp "$0" "$last/bin/python" ;;
    "-m pip install") [ -z "${PIP_FAILS:-}" ] || exit 1 ;;
esac
"""


class Checkout:
    """A checkout with a space in its path, started with the stand-in."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a check out"
        self.calls_file = folder / "calls"
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        shutil.copytree(CHECKOUT / "scripts", self.root / "scripts")
        shutil.copy(CHECKOUT / "pyproject.toml", self.root)
        stand_in = folder / "python stand-in"
        stand_in.write_text(STAND_IN, encoding="utf-8")
        stand_in.chmod(0o755)
        self.environment = os.environ | {"PYTHON": str(stand_in), "CALLS": str(self.calls_file)}

    def start(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.calls_file.write_text("", encoding="utf-8")
        return subprocess.run(
            [self.root / "scripts" / script, *arguments],
            cwd=self.elsewhere,
            env=self.environment | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return self.calls_file.read_text(encoding="utf-8").splitlines()

    @property
    def installs(self) -> list[str]:
        return [call for call in self.calls if call.startswith("-m|pip|install|")]


@pytest.fixture
def tree(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.mark.parametrize("script", [*SCRIPTS, "scripts/environment.sh"])
def test_scripts_parse(script: str) -> None:
    shell = "bash" if script == ".ci/run" else "sh"
    done = subprocess.run(
        [shell, "-n", CHECKOUT / script], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_executable(script: str) -> None:
    assert (CHECKOUT / script).stat().st_mode & stat.S_IXUSR


def test_the_first_start_installs_and_says_so(tree: Checkout) -> None:
    done = tree.start("run", "list", "--search", "two words")
    assert (done.returncode, done.stdout) == (0, "")
    assert tree.installs == [f"-m|pip|install|--editable|{tree.root}|"]
    assert tree.calls[-1] == f"{tree.root}/main.py|list|--search|two words|"
    assert "Installing what the timeline needs" in done.stderr


def test_later_starts_start_nothing_but_the_program(tree: Checkout) -> None:
    tree.start("run")
    done = tree.start("run", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert tree.calls == [f"{tree.root}/main.py|--help|"]


@pytest.mark.parametrize("script", ["run", "test"])
def test_a_link_to_a_script_starts_it(tree: Checkout, script: str) -> None:
    folder = tree.elsewhere / "own bin"
    folder.mkdir()
    (folder / "direct").symlink_to(tree.root / "scripts" / script)
    (tree.elsewhere / "to a link").symlink_to(Path("own bin") / "direct")
    for link in (folder / "direct", tree.elsewhere / "to a link"):
        done = tree.start(str(link), "two words")
        assert done.returncode == 0, done.stderr
        expected = {"run": f"{tree.root}/main.py|two words|", "test": "-m|pytest|two words|"}
        assert tree.calls[-1] == expected[script]
    assert not (tree.elsewhere / ".venv").exists()


def test_tests_need_more_than_the_program_and_the_program_no_more_than_they(tree: Checkout) -> None:
    tree.start("run")
    tree.start("test", "-k", "edtf")
    assert tree.installs == [f"-m|pip|install|--editable|{tree.root}[dev]|"]
    assert tree.calls[-1] == "-m|pytest|-k|edtf|"
    tree.start("run")
    assert tree.installs == []


def test_a_change_of_pyproject_installs_again(tree: Checkout) -> None:
    tree.start("run")
    with (tree.root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    tree.start("run")
    assert len(tree.installs) == 1


def test_a_moved_checkout_is_set_up_anew(tree: Checkout) -> None:
    tree.start("run")
    tree.root = tree.root.rename(tree.root.with_name("moved"))
    tree.start("run")
    assert tree.installs == [f"-m|pip|install|--editable|{tree.root}|"]
    assert any(call.startswith("-m|venv|") for call in tree.calls)


def test_an_interrupted_set_up_is_made_anew(tree: Checkout) -> None:
    failed = tree.start("run", PIP_FAILS="1")
    assert failed.returncode == 69
    assert failed.stderr.splitlines()[-1].startswith("Installing failed;")
    (tree.root / ".venv" / "half").write_text("", encoding="utf-8")
    assert tree.start("run").returncode == 0
    assert not (tree.root / ".venv" / "half").exists()
    assert not (tree.root / ".venv.lock").exists()


def test_an_interpreter_that_is_gone_is_replaced(tree: Checkout) -> None:
    tree.start("run")
    interpreter = tree.root / ".venv" / "bin" / "python"
    interpreter.unlink()
    interpreter.symlink_to("/no/such/python")
    assert tree.start("run").returncode == 0
    assert len(tree.installs) == 1


def test_the_lock_of_a_dead_start_is_ignored(tree: Checkout) -> None:
    (tree.root / ".venv.lock").mkdir()
    (tree.root / ".venv.lock" / "pid").write_text("999999999\n", encoding="utf-8")
    assert tree.start("run").returncode == 0


def test_an_old_python_is_named(tree: Checkout) -> None:
    done = tree.start("run", PYTHON="/bin/false")
    assert done.returncode == 69
    assert done.stderr == "PYTHON=/bin/false is not a Python of version 3.11 or newer.\n"
