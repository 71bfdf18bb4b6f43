"""What is remembered: window, view and look survive, broken values are as good as absent."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication

from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState
from timeline_app.ui.settings import Settings

PLAIN = ViewState(0.0, 1e9)
FULL = ViewState(
    63_575_000_000.0,
    5e6,
    EventFilter(
        categories=frozenset({"talks"}),
        actors=frozenset(),
        text="유감 “regret”",
        start=63_570_000_000,
        end=None,
    ),
    selected="deal",
    language="ko",
    theme="dark",
    text_percent=150,
    show_arcs=False,
    show_periods=False,
    show_filters=False,
)


@pytest.fixture
def fresh(own_settings: Path, qapp: QCoreApplication) -> Path:
    return own_settings


def written(file: Path, text: str) -> Settings:
    """Settings read from a file that someone has written by hand."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return Settings()


def test_view_and_look_survive(fresh: Path) -> None:
    first = Settings()
    first.save_view("here", FULL)
    del first
    again = Settings()
    assert again.last_view("here", again.look(PLAIN)) == FULL


def test_the_view_of_another_collection_is_not_taken(fresh: Path) -> None:
    Settings().save_view("here", FULL)
    assert Settings().last_view("there", PLAIN) == PLAIN


def test_geometry_survives(fresh: Path) -> None:
    first = Settings()
    first.put("geometry", QByteArray(b"\x01\x02\x00\xff"))
    del first
    assert Settings().bytes("geometry") == b"\x01\x02\x00\xff"


def test_recent_collections_are_eight_at_most_newest_first_each_once(fresh: Path) -> None:
    settings = Settings()
    for name in ("a, b", *"cdefghijk", "d"):
        settings.add_recent(name)
    assert Settings().recent == ["d", "k", "j", "i", "h", "g", "f", "e"]
    settings.add_recent("a, b")
    assert Settings().recent[0] == "a, b"


def test_an_empty_file_gives_the_defaults(fresh: Path) -> None:
    settings = written(fresh, "")
    assert settings.look(PLAIN) == PLAIN
    assert settings.last_view("", PLAIN) == PLAIN
    assert settings.recent == []
    assert settings.bytes("geometry").isEmpty()


@pytest.mark.parametrize(
    "look",
    [
        "language=klingon",
        "theme=mauve",
        "text_percent=9000",
        "text_percent=--5",
        "text_percent=²",
        "text_percent=",
        "language=en, ko",
        "theme=@Invalid()",
        "text_percent=@Variant(\\0\\0)",
        "language=@ByteArray(x)",
    ],
)
def test_broken_looks_are_ignored(fresh: Path, look: str) -> None:
    assert written(fresh, f"[look]\n{look}\n").look(PLAIN) == PLAIN


def view_text(**changes: object) -> str:
    settings = {
        "collection": "",
        "start": 1.0,
        "width": 1e8,
        "selected": None,
        "text": "",
        "from": None,
        "to": None,
        "categories": None,
        "actors": None,
        "certainty": None,
        "dispute": None,
    }
    return json.dumps(settings | changes)


@pytest.mark.parametrize(
    "view",
    [
        "{",
        "[]",
        "null",
        "7",
        "[" * 100_000,
        view_text(start=float("nan")),
        view_text(width=float("inf")),
        view_text(width=float("nan")),
        view_text(width=-5),
        view_text(width=0),
        view_text(start=1e300),
        view_text(start="soon"),
        view_text(start=None),
        view_text(categories="talks"),
        view_text(actors=7),
        view_text(**{"from": "x"}),
        view_text(**{"to": float("inf")}),
        '{"collection": ""}',
    ],
    ids=range(18),
)
def test_broken_views_are_ignored(fresh: Path, view: str) -> None:
    settings = Settings()
    settings.put("view", view)
    assert settings.last_view("", PLAIN) == PLAIN


def test_a_selection_of_the_wrong_type_is_dropped_alone(fresh: Path) -> None:
    settings = Settings()
    settings.put("view", view_text(selected=7))
    assert settings.last_view("", PLAIN) == replace(PLAIN, start=1.0, width=1e8)


@pytest.mark.parametrize("text", ["{", '"one"', "7", '{"a": 1}', "[1, null]"])
def test_broken_recent_lists_are_ignored(fresh: Path, text: str) -> None:
    settings = Settings()
    settings.put("recent", text)
    assert settings.recent == []


def test_a_file_that_is_no_settings_file_is_ignored(fresh: Path) -> None:
    settings = written(fresh, "\x00\x01 not = [ini\n\n]]][[[ \\x")
    assert settings.look(PLAIN) == PLAIN


def test_a_folder_that_cannot_be_written_is_no_error(fresh: Path) -> None:
    fresh.parent.mkdir(parents=True)
    fresh.mkdir()
    settings = Settings()
    settings.save_view("here", FULL)
    settings.add_recent("x")


def test_without_a_home_settings_last_as_long_as_the_program(
    fresh: Path, qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for variable in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    settings = Settings()
    settings.put("folder", "/somewhere")
    assert settings.text("folder") == "/somewhere"
    assert Settings().text("folder") == ""
