"""Texts in two languages of which one may be missing."""

import pytest

from timeline_app.model.records import Event, Text


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        (Text(en="Talks", ko="회담"), "Talks", "회담"),
        (Text(en="Talks"), "Talks", "Talks"),
        (Text(en="Talks", ko=""), "Talks", "Talks"),
        (Text(en="  ", ko="회담"), "회담", "회담"),
        (Text(en="Talks", ko="\n"), "Talks", "Talks"),
        (Text(), "", ""),
    ],
)
def test_a_text_without_words_gives_way_to_the_other_language(text: Text, english: str, korean: str) -> None:
    assert (text.in_language("en"), text.in_language("ko")) == (english, korean)


@pytest.mark.parametrize("label", [None, Text(), Text(en=""), Text(en="  ", ko="\t")])
def test_the_title_serves_where_a_label_says_nothing(label: Text | None) -> None:
    event = Event(id="a", date="2015", title=Text(en="A title"), label=label)
    assert (event.label or event.title).in_language("en") == "A title"


def test_a_label_in_either_language_stands_for_the_title() -> None:
    event = Event(id="a", date="2015", title=Text(en="A title"), label=Text(ko="짧게"))
    assert (event.label or event.title).in_language("en") == "짧게"
