"""Search in English and Korean, half typed or decomposed."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import dataset, event
from timeline_app.model.records import (
    Cite,
    Excerpt,
    ExcerptText,
    Source,
    Text,
)
from timeline_app.model.search import TextIndex, find_matches, hits, query_words


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
