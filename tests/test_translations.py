"""The Korean catalogue holds every text of the window, each translated, and is compiled as it stands."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

CATALOGUE = Path("resources") / "translations" / "timeline_ko.ts"


def messages(file: Path) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  # our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found[name, message.findtext("source") or ""] = message.findtext("translation") or ""
    return found


def test_every_text_is_translated_and_keeps_its_placeholders(checkout: Path) -> None:
    for (context, source), translation in messages(checkout / CATALOGUE).items():
        assert translation, f"{context}: {source!r} has no Korean"
        for part in source.split("{")[1:]:
            assert "{" + part.partition("}")[0] + "}" in translation, f"{context}: {source!r}"


def test_the_catalogue_holds_the_texts_of_the_code_and_no_others(checkout: Path, tmp_path: Path) -> None:
    collected = tmp_path / "collected.ts"
    sources = sorted(map(str, (checkout / "timeline_app" / "ui").glob("*.py")))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, *sources, "-ts", str(collected)], check=True, capture_output=True)
    assert set(messages(collected)) == set(messages(checkout / CATALOGUE))


def test_the_compiled_catalogue_is_current(checkout: Path, tmp_path: Path) -> None:
    copy = tmp_path / "timeline_ko.ts"
    shutil.copy(checkout / CATALOGUE, copy)
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, str(copy), "-qm", str(tmp_path / "new.qm")], check=True, capture_output=True)
    compiled = (checkout / CATALOGUE).with_suffix(".qm").read_bytes()
    assert (tmp_path / "new.qm").read_bytes() == compiled
