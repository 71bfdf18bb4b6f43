"""Citations and quotations in English and Korean."""

import pytest

from timeline_app.model.citation import attribution, citation, own_title, published_by, quotation
from timeline_app.model.records import Excerpt, ExcerptText, Source, Text, Verified

CHECKED = Verified(on="2026-11-24", how="page")


def article(**changes: object) -> Source:
    fields: dict[str, object] = {
        "id": "asiaone-2015-11-20",
        "kind": "press",
        "title": {"en": "N Korea offers talks with South on Nov 26"},
        "publisher": "AsiaOne",
        "agency": "AFP",
        "date": "2015-11-20",
        "language": "en",
        "url": "http://www.asiaone.com/asia/talks",
    }
    return Source(**{**fields, **changes})  # type: ignore[arg-type]


def passage(*texts: ExcerptText, **changes: object) -> Excerpt:
    fields: dict[str, object] = {"id": "8", "locator": "¶ 8", "summary": Text(en="Ours.", ko="우리 요약.")}
    return Excerpt(**{**fields, "texts": texts, **changes})  # type: ignore[arg-type]


def words(exact: str = "apology", how: str = "page", **changes: object) -> ExcerptText:
    fields: dict[str, object] = {"language": "en", "exact": exact, "verified": Verified(how=how)}  # type: ignore[arg-type]
    return ExcerptText(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_citation_names_publisher_title_date_agency_and_address() -> None:
    assert citation(article()) == (
        "AsiaOne. N Korea offers talks with South on Nov 26. 20 November 2015, AFP. "
        "http://www.asiaone.com/asia/talks"
    )


def test_a_korean_citation_sets_the_title_in_corner_brackets() -> None:
    assert citation(article(), passage(), "ko") == (
        "AsiaOne, 「N Korea offers talks with South on Nov 26」, 2015년 11월 20일, AFP, ¶ 8, "
        "http://www.asiaone.com/asia/talks"
    )


def test_a_citation_gives_locator_archived_address_and_day_of_access() -> None:
    source = article(agency=None, archived="https://web.archive.org/x")
    assert citation(source, passage(), accessed="2026-11-24") == (
        "AsiaOne. N Korea offers talks with South on Nov 26. 20 November 2015, ¶ 8. "
        "http://www.asiaone.com/asia/talks (archived: https://web.archive.org/x, accessed 24 November 2026)"
    )


def test_an_archived_address_stands_in_for_a_lost_one() -> None:
    assert citation(article(url=None, archived="https://web.archive.org/x")).endswith(
        "AFP. https://web.archive.org/x"
    )


def test_the_issuer_is_named_first_and_the_publisher_after_the_symbol_and_date() -> None:
    source = article(
        title={"en": "Resolution 2094"},
        publisher="UN",
        agency=None,
        issuer="un-sc",
        symbol="S/RES/2094(2013)",
    )
    assert citation(source, issuer="UN Security Council").startswith(
        "UN Security Council. Resolution 2094. S/RES/2094(2013), 20 November 2015, UN."
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "AFP, via AsiaOne"),
        ({"publisher": "Yonhap News Agency", "agency": "Yonhap"}, "Yonhap News Agency"),
        ({"agency": None, "via": "Daum"}, "AsiaOne, via Daum"),
        ({"agency": None}, "AsiaOne"),
        ({"agency": None, "publisher": None}, ""),
    ],
)
def test_an_agency_is_told_apart_from_who_printed_it(changes: dict[str, object], expected: str) -> None:
    assert attribution(article(**changes)) == expected


def test_an_agency_that_the_publisher_names_is_not_repeated() -> None:
    assert published_by(article(publisher="Yonhap News Agency", agency="Yonhap")) == ("Yonhap News Agency",)


def test_a_title_stands_in_the_language_of_its_source() -> None:
    source = article(title={"en": "Joint text", "ko": "공동보도문"}, language="ko")
    assert own_title(source) == "공동보도문"


def test_a_title_with_a_mark_of_its_own_gets_no_full_stop() -> None:
    assert "Why now? 20 November" in citation(article(title={"en": "Why now?"}))


def test_a_source_without_a_date_says_so() -> None:
    assert ". no date, AFP." in citation(article(date=None))


def test_a_quotation_gives_words_speaker_office_and_reference() -> None:
    excerpt = passage(
        words("regret", verified=CHECKED),
        speaker="Kim Kwan-jin",
        office=Text(en="Chief of the National Security Office", ko="국가안보실장"),
    )
    assert quotation(article(), excerpt, excerpt.texts[0]) == (
        "“regret” — Kim Kwan-jin, Chief of the National Security Office. "
        "AsiaOne. N Korea offers talks with South on Nov 26. 20 November 2015, AFP, ¶ 8. "
        "http://www.asiaone.com/asia/talks (accessed 24 November 2026)"
    )


def test_names_of_persons_are_never_inverted() -> None:
    excerpt = passage(words(), speaker="Hwang Pyong So")
    for language in ("en", "ko"):
        assert "— Hwang Pyong So" in quotation(article(), excerpt, excerpt.texts[0], language)


def test_words_that_nobody_checked_are_said_to_be_so() -> None:
    excerpt = passage(words(how="unverified"))
    assert quotation(article(), excerpt, excerpt.texts[0]).startswith("“apology” (not verified). AsiaOne.")
    assert quotation(article(), excerpt, excerpt.texts[0], "ko").startswith("“apology” (확인되지 않음). ")


def test_a_translation_names_its_translator() -> None:
    original = words("유감", language="ko")
    translated = words("regret", translator="KCNA")
    excerpt = passage(original, translated)
    assert quotation(article(), excerpt, translated).startswith("“regret” (translated by KCNA). ")
    assert quotation(article(), excerpt, original).startswith("“유감”. ")


def test_a_summary_is_never_set_in_quotation_marks() -> None:
    line = quotation(article(), passage(), None)
    assert line.startswith("Ours (summary, not a quotation). AsiaOne.")
    assert "“" not in line


def test_a_quotation_is_one_line() -> None:
    excerpt = passage(words("two\n lines"))
    assert "\n" not in quotation(article(), excerpt, excerpt.texts[0])
