"""What the README shows works as it stands there."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import __version__
from timeline_app.usage import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]


def collection() -> str:
    """The collection that the README shows."""
    found = re.search(r"^```json\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found.group(1)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_command_line_works(example: str, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(collection(), encoding="utf-8")
    program, *arguments = shlex.split(example)
    assert program == "scripts/run"
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    said = [line for line in done.stderr.splitlines() if "there is room for the source notes of" not in line]
    assert (done.returncode, said) == (0, [])
    if arguments[0] == "export":
        assert (tmp_path / arguments[1]).stat().st_size > 10_000
    else:
        assert done.stdout


def test_there_is_an_example_of_every_command_for_readers() -> None:
    shown = {shlex.split(example)[1] for example in EXAMPLES}
    assert shown == set(COMMANDS) - {"fmt"}  # that one is for editors and stands in data/README.md


def test_the_collection_shown_is_json_with_the_three_fields_it_names() -> None:
    events = json.loads(collection())["events"]
    assert all({"id", "date", "title"} <= set(event) for event in events)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_a_link_leads_to_a_file(link: str) -> None:
    assert link.startswith("https://") or (ROOT / link).is_file()


@pytest.mark.parametrize("command", ["scripts/run", "scripts/test", "uv run main.py", "uv run pytest"])
def test_a_command_of_the_start_is_shown(command: str) -> None:
    assert f"`{command}`" in README


def test_the_citation_is_the_one_of_the_chronicle() -> None:
    manifest = json.loads((ROOT / "data" / "manifest.json").read_text(encoding="utf-8"))["manifest"]
    assert manifest["citation"]["en"] in README


def test_the_changelog_has_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changelog


@pytest.mark.parametrize("package", ["libegl1", "libxcb-cursor0", "libxkbcommon-x11-0", "libwayland-egl1"])
def test_the_apt_line_has_what_qt_needs(package: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith("sudo apt-get install"))
    assert package in line.split()


def test_the_contrasts_of_the_design_are_those_of_the_tokens() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "contrast.py")]
    printed = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in printed.splitlines() if line and line not in design] == []
