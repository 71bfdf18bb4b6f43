"""The address of a passage, and what the browser is never asked to open."""

import webbrowser

import pytest

from timeline_app.model.records import Excerpt, ExcerptText, Source, Text
from timeline_app.ui.web import open_source, source_address

PAGE = "https://example.org/news/1"


def source(url: str | None = PAGE, **changes: object) -> Source:
    return Source(id="s", title={"en": "T"}, url=url, **changes)  # type: ignore[arg-type]


def passage(*exact: str) -> Excerpt:
    texts = tuple(ExcerptText(language="en", exact=words) for words in exact)
    return Excerpt(id="1", summary=Text(en="s"), texts=texts)


@pytest.mark.parametrize(
    ("exact", "fragment"),
    [
        ("apology", "#:~:text=apology"),
        ("firm opposition", "#:~:text=firm%20opposition"),
        ("high-level talks", "#:~:text=high%2Dlevel%20talks"),
        ("50% cut & more, now", "#:~:text=50%25%20cut%20%26%20more%2C%20now"),
        ("유감을 표명", "#:~:text=%EC%9C%A0%EA%B0%90%EC%9D%84%20%ED%91%9C%EB%AA%85"),
        ("a b c d e f g h i j", "#:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j"),
        ("a b c d e f g h i j k", "#:~:text=a%20b%20c%20d,h%20i%20j%20k"),
        ("over\n  two lines", "#:~:text=over%20two%20lines"),
    ],
)
def test_the_first_words_become_a_text_fragment(exact: str, fragment: str) -> None:
    assert source_address(source(), passage(exact, "second")) == PAGE + fragment


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{PAGE}#sec", f"{PAGE}#sec:~:text=apology"),
        (f"{PAGE}#sec:~:text=old", f"{PAGE}#sec:~:text=apology"),
        (f"{PAGE}?id=3", f"{PAGE}?id=3#:~:text=apology"),
        ("https://example.org/a.PDF", "https://example.org/a.PDF"),
        ("https://undocs.org/S/RES/2094(2013)", "https://undocs.org/S/RES/2094(2013)"),
        ("https://docs.un.org/en/A/70/1", "https://docs.un.org/en/A/70/1"),
    ],
)
def test_fragments_are_kept_and_left_off_where_nothing_reads_them(url: str, expected: str) -> None:
    assert source_address(source(url), passage("apology")) == expected


def test_without_words_the_address_is_the_page() -> None:
    assert source_address(source(), passage()) == PAGE
    assert source_address(source(), None) == PAGE


def test_the_archived_copy_stands_in_for_a_lost_page() -> None:
    assert source_address(source(None, archived="https://web.archive.org/1")) == "https://web.archive.org/1"
    assert source_address(source(None)) == ""


@pytest.mark.parametrize(
    "url",
    [None, "file:///etc/passwd", "javascript:alert(1)", "ftp://example.org/a", "https://", "http://[::1"],
)
def test_only_http_and_https_are_opened(url: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert open_source(source(url), None) is False
    assert opened == []


def test_the_hyphen_reaches_the_browser_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert open_source(source(), passage("high-level")) is True
    assert opened == [f"{PAGE}#:~:text=high%2Dlevel"]


def test_a_browser_that_does_not_start_is_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_address: str) -> bool:
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "open", fail)
    assert open_source(source(), None) is False
