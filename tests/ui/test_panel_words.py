"""Words of the panel for what records say: speakers and places of passages."""

import pytest

from timeline_app.ui.locator_words import locator_words
from timeline_app.ui.panel_words import speaker_words


@pytest.mark.parametrize(
    ("name", "office", "said"),
    [
        ("Park Geun-hye", "President of South Korea", "Park Geun-hye, President of South Korea"),
        ("Ministry of Unification", "Ministry of Unification", "Ministry of Unification"),
        ("Ministry of Unification official", "Ministry of Unification", "Ministry of Unification official"),
        (
            "Spokesman of the Policy Department, National Defence Commission",
            "Policy Department of the National Defence Commission",
            "Spokesman of the Policy Department, National Defence Commission",
        ),
        ("통일부", "통일부 대변인", "통일부 대변인"),
        ("", "Ministry", "Ministry"),
        ("Kim", "", "Kim"),
        ("", "", ""),
    ],
)
def test_who_speaks_is_said_once(name: str, office: str, said: str) -> None:
    assert speaker_words(name, office) == said


@pytest.mark.parametrize(
    ("locator", "korean"),
    [
        ("opening paragraphs", "첫머리 문단"),
        ("opening sentences", "첫머리 문장"),
        ("second paragraph", "두 번째 문단"),
        ("first and second paragraphs", "첫 번째·두 번째 문단"),
        ("last ¶", "마지막 ¶"),
        ("preamble, fourth paragraph", "전문, 네 번째 문단"),
        ("article 4", "제4조"),
        ("para. 1 (2)", "1 (2)항"),
        ("¶ 1–2", "¶ 1–2"),
        ("paragraph quoting KCNA", "paragraph quoting KCNA"),
        (None, ""),
    ],
)
def test_common_places_of_a_passage_are_said_in_korean(locator: str | None, korean: str) -> None:
    assert locator_words(locator, "ko") == korean
    assert locator_words(locator, "en") == (locator or "")
