"""Search in English and Korean, half typed or decomposed."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import dataset, event
from timeline_app.model.records import (
    Cite,
    EventAlias,
    Excerpt,
    ExcerptText,
    Reading,
    Source,
    Text,
)
from timeline_app.model.search import Hit, TextIndex, find_matches, hits, query_words


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("남북 고위급 회담", "회다", ["회담"]),
        ("남북 고위급 회담", "회ㄷ", ["회담"]),
        ("남북 회담", "ㅎ", ["회"]),
        (unicodedata.normalize("NFD", "회담"), "회담", [unicodedata.normalize("NFD", "회담")]),
        ("Straße nach Osten", "nach", ["nach"]),
        ("Straße nach Osten", "strasse", ["Straße"]),
        ("the ﬁnal oﬀer stands", "offer", ["oﬀer"]),
        ("‘regret’ over mines", "'regret'", ["‘regret’"]),
        ("“gross” violations", "gross", ["gross"]),
        ("inter–Korean", "inter-korean", ["inter–Korean"]),
        ("5ㆍ24 조치", "5·24", ["5ㆍ24"]),
        ("line\nbreak", '"line break"', ["line\nbreak"]),
        ("cafe\u0301 talks", "cafe", ["cafe\u0301"]),
        ("talks about talks", "talks", ["talks", "talks"]),
        ("Chosŏn Sinbo", "choson", ["Chosŏn"]),
        ("Choson Sinbo", "CHOSŎN", ["Choson"]),
        ("Chose\u0301 vu", "chose vu", ["Chose\u0301", "vu"]),
        ("깊은 유감을 나타냈다", "유감", ["유감"]),
        ("Regrets; REGRETTED", "regret", ["Regret", "REGRET"]),
        ("anything", "", []),
        ("", "word", []),
        ("nothing here", "word", []),
    ],
)
def test_a_match_is_marked_in_the_original_text(text, query, found):
    assert [text[a:b] for a, b in find_matches(text, query)] == found


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("  mine  blasts ", ["mine", "blasts"]),
        ('"mine  blasts" DMZ', ["mine blasts", "dmz"]),
        ("“mine blasts”", ["mine blasts"]),
        ('"half typed', ["half typed"]),
        ('""', []),
    ],
)
def test_words_in_quotation_marks_stay_together(query, words):
    assert query_words(query) == words


def test_every_word_has_to_be_found_somewhere_in_the_event():
    collection = dataset(event("a", "2015", summary=Text(ko="지뢰 폭발")), event("b", "2015"))
    index = TextIndex(collection)
    assert [index.matching(q).tolist() for q in ("지뢰 2015", "폭ㅂ", "a b")] == [
        [True, False],
        [True, False],
        [False, False],
    ]


def test_a_hit_prefers_the_quoted_words():
    words = ExcerptText(language="en", exact="expressed regret over the mines")
    excerpt = Excerpt(id="p3", summary=Text(en="The North regrets."), speaker="Kim Kwan-jin", texts=(words,))
    source = Source(id="afp", title={"en": "Talks"}, excerpts=(excerpt,))
    collection = dataset(event("a", "2015", cites=(Cite(excerpt="afp#p3"),)), sources=(source,))
    (hit,) = hits(collection, tuple(collection.events), "regret", "en")
    assert (hit.text, hit.quoted, hit.matches) == ("expressed regret over the mines", True, ((10, 16),))


def hits_of(query: str, language: str = "en", **fields: object) -> list[Hit]:
    """The hits of a query on one event."""
    collection = dataset(event("a", "2015", **fields))
    return hits(collection, tuple(collection.events), query, language)


@pytest.mark.parametrize(
    ("fields", "kind", "text"),
    [
        ({"title": Text(en="An apology", ko="유감 표명")}, "title", "유감 표명"),
        (
            {"summary": Text(en="It says regret.", ko="깊은 유감을 나타냈다.")},
            "summary",
            "깊은 유감을 나타냈다.",
        ),
        ({"aliases": (EventAlias(name=Text(ko="유감 서한"), by=Text(en="x")),)}, "alias", "유감 서한"),
        (
            {
                "readings": (
                    Reading(
                        about="meaning", party="south", date="2015", gist=Text(ko="유감이다."), excerpt="s#1"
                    ),
                )
            },
            "reading",
            "유감이다.",
        ),
    ],
)
def test_a_hit_outside_the_passages_shows_the_words_found_and_what_they_are(fields, kind, text):
    (hit,) = hits_of("유감", **fields)
    assert (hit.kind, hit.text, hit.speaker, hit.publisher) == (kind, text, "", "")
    assert [hit.text[a:b] for a, b in hit.matches] == ["유감"]


def test_a_hit_outside_the_passages_shows_the_text_with_most_of_the_words():
    (hit,) = hits_of(
        "North regret", title=Text(en="The North speaks"), summary=Text(en="Regret of the North")
    )
    assert (hit.kind, len(hit.matches)) == ("summary", 2)


def test_a_newspaper_is_no_speaker():
    excerpt = Excerpt(id="1", summary=Text(en="The North regrets."))
    source = Source(id="s", title={"en": "Talks"}, publisher="Yonhap", excerpts=(excerpt,))
    collection = dataset(event("a", "2015", cites=(Cite(excerpt="s#1"),)), sources=(source,))
    (hit,) = hits(collection, tuple(collection.events), "regret", "en")
    assert (hit.speaker, hit.publisher) == ("", "Yonhap")


def test_a_speaker_who_is_looked_for_is_marked():
    words = ExcerptText(language="en", exact="expressed sorrow")
    excerpt = Excerpt(id="1", summary=Text(en="Sorrow."), speaker="Kim Kwan-jin", texts=(words,))
    source = Source(id="s", title={"en": "Talks"}, excerpts=(excerpt,))
    collection = dataset(event("a", "2015", cites=(Cite(excerpt="s#1"),)), sources=(source,))
    (hit,) = hits(collection, tuple(collection.events), "kim", "en")
    assert (hit.text, hit.matches, hit.speaker_matches) == ("expressed sorrow", (), ((0, 3),))


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(["유감", "regret", "2015", "kim", "talks", "e"]), min_size=1, max_size=3))
def test_every_hit_marks_something(words):
    query = " ".join(words)
    excerpt = Excerpt(id="1", summary=Text(en="The North regrets.", ko="유감"), speaker="Kim Kwan-jin")
    source = Source(id="s", title={"en": "Talks"}, publisher="Yonhap", excerpts=(excerpt,))
    events = (
        event("a", "2015", cites=(Cite(excerpt="s#1"),)),
        event("b", "2015-08", summary=Text(ko="유감")),
    )
    collection = dataset(*events, sources=(source,))
    found = TextIndex(collection).matching(query)
    passing = tuple(one for one, passes in zip(collection.events, found, strict=True) if passes)
    shown = hits(collection, passing, query, "ko")
    assert {hit.event for hit in shown} == {one.id for one in passing}
    assert all(hit.matches or hit.speaker_matches for hit in shown)


TEXTS = st.text(alphabet="aßﬁﬀéİ회담ㄷ–“ \n\u0301\u1112", max_size=24)


@settings(deadline=None, max_examples=200)
@given(TEXTS, TEXTS)
def test_ranges_lie_in_the_text_in_order_and_apart(text, query):
    ranges = find_matches(text, query)
    edges = [edge for pair in ranges for edge in pair]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="회담북남핵실험각값닭", min_size=1, max_size=8), st.data())
def test_any_beginning_of_a_hangul_text_is_found_while_it_is_typed(text, data):
    typed = unicodedata.normalize("NFD", text)
    half = typed[: data.draw(st.integers(1, len(typed)))]
    assert find_matches(text, unicodedata.normalize("NFC", half))
