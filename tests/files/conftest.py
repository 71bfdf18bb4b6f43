"""A small chronicle, and a way to write a collection of one's own and read it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.files.samples import VOCABULARIES, event
from timeline_app.files.collection import Collection, read_collection


@pytest.fixture
def chronicle(tmp_path: Path) -> Path:
    folder = tmp_path / "chronicle"
    (folder / "events").mkdir(parents=True)
    for name, found in VOCABULARIES.items():
        (folder / f"{name}.json").write_text(json.dumps({name: found}, ensure_ascii=False), encoding="utf-8")
    text = json.dumps({"events": [event("first")]}, indent=2)
    (folder / "events" / "2015.json").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def read(tmp_path: Path, chronicle: Path) -> Callable[[str | bytes | dict[str, Any]], Collection]:
    """Write one file of one's own, from text, bytes or records, and read it."""

    def read_one(content: str | bytes | dict[str, Any]) -> Collection:
        file = tmp_path / "own.json"
        if isinstance(content, dict):
            content = json.dumps(content, indent=2, ensure_ascii=False)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_collection(file, chronicle=chronicle)

    return read_one
