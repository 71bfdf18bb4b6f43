"""The rules of the chronicle: each breach is named, and a sound chronicle has none."""

import copy
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_app.files.checks import check_collection
from timeline_app.files.collection import read_collection

Change = Callable[[dict[str, Any]], None]


def both(text: str) -> dict[str, str]:
    return {"en": text, "ko": "글"}


def excerpt(number: int, *exacts: str) -> dict[str, Any]:
    texts = [
        {"language": "en", "exact": exact, "verified": {"on": "2026-11-24", "how": "page"}}
        for exact in exacts
    ]
    return {
        "id": str(number),
        "order": number,
        "locator": f"¶ {number}",
        "summary": both("What it says of two wounded and one vote"),
        "path": "reported",
        "texts": texts,
    }


def source(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "press",
        "title": {"en": name},
        "publisher": name,
        "date": "2015-08-26",
        "language": "en",
        "url": f"https://example.org/{name}",
        "primary": False,
        "quotable": {"words": 15, "ground": "press"},
        "excerpts": [excerpt(1, "expressed regret over the blasts"), excerpt(2)],
        **fields,
    }


def event(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name,
        "date": "2015-08-25",
        "title": both(name),
        "category": "talks",
        "initiator": ["south-korea"],
        "actors": ["south-korea", "north-korea"],
        "place": "panmunjom",
        "importance": 3,
        "summary": both("Both sides agreed."),
        "cites": [{"excerpt": "herald#1"}, {"excerpt": "times#1"}],
        **fields,
    }


def reading(party: str, date: str) -> dict[str, Any]:
    return {"about": "meaning", "party": party, "date": date, "gist": both("x"), "excerpt": "herald#1"}


def sound() -> dict[str, Any]:
    """A chronicle in one file that keeps every rule."""
    names = ("en", "ko")
    return {
        "manifest": {"title": both("T"), "rules": "chronicle", "verified_to": "2015-12-31"},
        "events": [
            event("blasts", date="2015-08-04"),
            event(
                "agreement",
                date="2015-08-22/2015-08-25",
                clock={
                    "start": "2015-08-22T18:30+09:00",
                    "end": "2015-08-25T00:55+09:00",
                    "zone": "Asia/Seoul",
                },
                importance=5,
                summary=both("The North “expressed regret”."),
                readings=[reading("north-korea", "2015-08-25"), reading("south-korea", "2015-08-26")],
                relations=[{"type": "settles", "to": "blasts", "basis": "herald#1"}],
                figures=[
                    {
                        "kind": "votes",
                        "body": "south-korea",
                        "for": 1,
                        "against": 0,
                        "abstain": 0,
                        "excerpt": "herald#1",
                    },
                    {"kind": "wounded", "value": 2, "claimant": "south-korea", "excerpt": "herald#1"},
                ],
            ),
        ],
        "sources": [source("herald"), source("times")],
        "periods": [
            {
                "id": "loudspeakers",
                "kind": "state",
                "rank": 1,
                "title": dict.fromkeys(names, "x"),
                "spans": [{"date": "2015-08-04/2015-08-25", "from": "blasts", "to": "agreement"}],
            }
        ],
        "series": [{"id": "talks", "title": both("x"), "scope": both("x")}],
        "categories": [
            {
                "id": "talks",
                "title": both("x"),
                "half": "dialogue",
                "shape": "circle",
                "colour": {"light": "#1746A6", "dark": "#4A7EEA"},
            }
        ],
        "actors": [
            {"id": name, "name": both(name), "kind": "state"} for name in ("south-korea", "north-korea")
        ],
        "places": [
            {"id": "panmunjom", "name": both("x"), "zone": "Asia/Seoul", "latitude": 38, "longitude": 127}
        ],
    }


def problems_of(content: dict[str, Any], folder: Path) -> list[str]:
    file = folder / "data.json"
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
    collection = read_collection(file, chronicle=file)
    assert collection.problems == ()
    return [str(problem).removeprefix(f"{file}:") for problem in check_collection(collection)]


def test_a_sound_chronicle_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(sound(), tmp_path) == []


def test_a_collection_of_ones_own_is_not_held_to_the_rules(tmp_path: Path) -> None:
    content = sound()
    del content["manifest"]["rules"]
    content["events"][0]["importance"] = 5
    del content["events"][1]["summary"]
    assert problems_of(content, tmp_path) == []


def agreement(**fields: Any) -> Change:
    return lambda content: content["events"][1].update(fields)


def herald(**fields: Any) -> Change:
    return lambda content: content["sources"][0].update(fields)


def dated_west(**fields: Any) -> Change:
    def change(content: dict[str, Any]) -> None:
        content["sources"][0].update({"date": "2015-08-21"} | fields)
        content["events"][1]["dating"] = both("21 August in Washington.")

    return change


def without(kind: str, field: str) -> Change:
    return lambda content: content[kind][-1].pop(field)


def swapped(content: dict[str, Any]) -> None:
    content["events"].reverse()


def quoting(*exacts: str, **context: str) -> Change:
    def change(content: dict[str, Any]) -> None:
        kept = content["sources"][0]["excerpts"][0]
        more = excerpt(2, *exacts)
        for text in more["texts"]:
            text.update(context)
        content["sources"][0]["excerpts"] = [kept, more]

    return change


def votes(in_favour: int, against: int, abstain: int, passage: str = "nobody counted them") -> Change:
    tally = {"for": in_favour, "against": against, "abstain": abstain}
    body = {"kind": "votes", "body": "un-security-council", "excerpt": "herald#2"}

    def change(content: dict[str, Any]) -> None:
        council = {"id": "un-security-council", "name": both("Council"), "kind": "organisation"}
        content["actors"].append(council)
        content["sources"][0]["excerpts"][1]["texts"] = excerpt(2, passage)["texts"]
        content["events"][1]["figures"] = [body | tally]

    return change


def counting(kind: str, value: float, passage: str) -> Change:
    """A figure, and the passage it cites."""

    def change(content: dict[str, Any]) -> None:
        content["sources"][0]["excerpts"][1]["texts"] = excerpt(2, passage)["texts"]
        claim = {"kind": kind, "value": value, "claimant": "south-korea", "excerpt": "herald#2"}
        content["events"][1]["figures"] = [claim]

    return change


WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"

BREACHES: list[tuple[Change, str]] = [
    (without("events", "place"), "agreement: -: -: place is missing"),
    (without("events", "summary"), "agreement: -: -: summary is missing"),
    (without("sources", "url"), "times: -: -: url is missing"),
    (without("series", "scope"), "talks: -: -: scope is missing"),
    (agreement(summary={"en": "x"}), "agreement: summary: -: has no text in 'ko'"),
    (swapped, 'blasts: date: "2015-08-04": stands after agreement'),
    (agreement(label=both("x" * 40)), "40 characters; a label has 32 at most"),
    (agreement(date="2015-08-23/2015-08-25"), 'clock.start: "2015-08-22T18:30+09:00": lies before'),
    (herald(date="2015-08-21"), 'cites[0].excerpt: "herald#1": the source is of 2015-08-21, before'),
    (dated_west(language="ko"), 'cites[0].excerpt: "herald#1": the source is of 2015-08-21, before'),
    (herald(date="2015-08-20"), 'cites[0].excerpt: "herald#1": the source is of 2015-08-20, before'),
    (agreement(readings=[reading("north-korea", "2015")]), "readings of one party only"),
    (
        agreement(readings=[reading("north-korea", "2015-08-26"), reading("south-korea", "2015-08-25")]),
        'readings[1].date: "2015-08-25": stands after a reading of 2015-08-26',
    ),
    (
        agreement(figures=[{"kind": "votes", "for": 1, "excerpt": "herald#1"}]),
        "a vote has 'body', 'for', 'against' and 'abstain'",
    ),
    (agreement(figures=[{"kind": "wounded", "excerpt": "herald#1"}]), "'value' is missing"),
    (
        agreement(figures=[{"kind": "wounded", "value": 2, "excerpt": "herald#1"}]),
        "'claimant' is missing; herald#1 has the words of herald",
    ),
    (counting("killed", 46, "forty sailors of 104 died"), "46 is not in herald#2; cite the passage"),
    (counting("tonnes", 400_000, "40,000 tonnes of rice, 4만 톤"), "400,000 is not in herald#2"),
    (votes(15, 0, 0), "15 is not in herald#2"),
    (agreement(cites=[{"excerpt": "herald#1"}]), "importance: 5: needs two sources"),
    (herald(publisher="times"), "importance: 5: needs two sources"),
    (
        lambda content: [one.update(agency="AFP") for one in content["sources"]] and None,
        "importance: 5: needs two sources",
    ),
    (
        lambda content: content["periods"][0]["spans"][0].pop("to"),
        "loudspeakers: spans[0]: -: 'to' is missing",
    ),
    (
        lambda content: content["periods"][0]["spans"][0].update(date="2015-08-05/2015-08-25"),
        'spans[0].from: "blasts": the event is of 2015-08-04',
    ),
    (
        lambda content: content["manifest"].update(verified_to="2015-08-10"),
        'agreement: date: "2015-08-22/2015-08-25": lies after 2015-08-10',
    ),
    (agreement(relations=[{"type": "led-to", "to": "blasts"}]), "'led-to' stands on the earlier event"),
    (
        agreement(relations=[{"type": "follows", "to": "blasts"}, {"type": "follows", "to": "blasts"}]),
        "relations[1].to: \"blasts\": this pair has 'follows' already",
    ),
    (
        lambda content: content["events"][0].update(relations=[{"type": "answers", "to": "agreement"}]),
        "'answers' stands on the later event",
    ),
    (
        lambda content: (
            content["events"][0].update(relations=[{"type": "led-to", "to": "agreement"}])
            or content["events"][1].update(relations=[{"type": "follows", "to": "blasts"}])
        ),
        "agreement has 'follows' to this event already",
    ),
    (quoting(WORDS), "16 words with prefix, suffix and translation; an excerpt has 15"),
    (
        quoting("one two three four five six seven eight", "eins zwei drei vier fünf sechs sieben acht"),
        "16 words",
    ),
    (quoting("one two three", prefix=WORDS), "excerpts[1].texts[0].prefix"),
    (quoting("expressed regret over the blasts"), "the same words are quoted twice"),
    (quoting("expressed regret over the blasts", prefix="it"), "the same words are quoted twice"),
    (quoting(""), "quotes nothing"),
    (herald(quotable={"words": 40, "ground": "x"}), "press may be quoted with 15 words"),
    (
        herald(excerpts=[excerpt(n, f"{n} " + WORDS.rsplit(" ", 2)[0]) for n in range(1, 9)]),
        "words quoted in all; 100 at most",
    ),
    (
        lambda content: content["sources"][0]["excerpts"].reverse(),
        "excerpts[1].order: 1: follows 2",
    ),
    (
        lambda content: content["sources"][0]["excerpts"][0]["texts"][0].update(verified={"how": "page"}),
        "'on' is missing: the day of the check",
    ),
    (
        agreement(summary=both('The North "apologised".')),
        'summary.en: "apologised": stands in quotation marks',
    ),
    *(
        (agreement(summary={"en": words, "ko": words}), f'summary.{language}: "apologised": stands in')
        for words in (
            "It ‘apologised’ for",
            "It 'apologised' for",
            "「apologised」",
            "『apologised』",
            "<apologised>",
        )
        for language in ("en", "ko")
    ),
    (
        agreement(summary={"en": "x", "ko": "그 ‘사과’를 했다"}),
        'summary.ko: "사과": stands in quotation marks',
    ),
    (
        agreement(summary={"en": "x", "ko": "그 '사과'를 했다"}),
        'summary.ko: "사과": stands in quotation marks',
    ),
    (
        lambda content: content["periods"][0].update(title=both("The “loud” years")),
        'loudspeakers: title.en: "loud": stands in quotation marks',
    ),
    (agreement(summary=both("The North “expressed regret.")), "a quotation mark has no partner"),
    (agreement(summary=both("The North ‘expressed regret.")), "a quotation mark has no partner"),
    (agreement(summary=both("After the provocation, talks.")), "'provocation' is a judgement"),
    (agreement(title={"en": "x", "ko": "도발 뒤의 회담"}), "title.ko: -: '도발' is a judgement"),
    (agreement(summary={"en": "x", "ko": "북한은 반발했다."}), "summary.ko: -: '반발' is a judgement"),
    (agreement(summary=both("Ships met in the Yellow Sea.")), "'Yellow Sea' is one side's name"),
    (agreement(summary={"en": "x", "ko": "서해에서 만났다."}), "summary.ko: -: '서해' is one side's name"),
    (
        lambda content: content["sources"][0]["excerpts"][0].update(summary=both("Fire in the East Sea.")),
        "excerpts[0].summary.en: -: 'East Sea' is one side's name",
    ),
    (agreement(summary=both("A boat crossed the NLL.")), "names the Northern Limit Line in 'en' without"),
    (agreement(title=both("The North offers talks")), "'The North' stands in a title"),
    (agreement(label=both("The North’s offer")), "'The North' stands in a label"),
    (agreement(title=both("DPRK offers talks")), "'DPRK' stands in a title"),
    (votes(12, 2, 2), "16 votes, but un-security-council had 15 members at most"),
    (agreement(summary=both("The largest exercise so far.")), "'largest' is a claim; say whose"),
    (agreement(summary={"en": "x", "ko": "역대 최대 규모의 훈련."}), "'역대 최대' is a claim"),
    (agreement(summary=both("It apologised for the blasts.")), "speaks of an apology in 'en'"),
]


@pytest.mark.parametrize(("change", "expected"), BREACHES)
def test_a_breach_is_named(tmp_path: Path, change: Change, expected: str) -> None:
    content = copy.deepcopy(sound())
    change(content)
    problems = problems_of(content, tmp_path)
    assert any(expected in problem for problem in problems), problems
    assert not any(problem.startswith("1:1:") for problem in problems)


@pytest.mark.parametrize(
    "change",
    [
        dated_west(),
        herald(kind="wire", issuer="north-korea", quotable={"words": 40, "ground": "official"}),
        agreement(summary=both("UN sanctions regime and the armistice regime.")),
        agreement(summary=both("“Expressed Regret,” they wrote.")),
        agreement(summary=both("‘Expressed Regret,’ the Workers’ Party wrote.")),
        agreement(summary=both("The Workers' Party's and the others' regret of '15.")),
        agreement(figures=[{"kind": "people", "value": 2, "claimant": "north-korea", "excerpt": "herald#1"}]),
        agreement(summary=both("Shells fell off the west coast.")),
        agreement(
            summary=both("A boat crossed the NLL, drawn by the UN Command, not accepted by the North.")
        ),
        agreement(title=both("South Korea answers the North Korean offer")),
        votes(15, 0, 0, "the Council adopted it unanimously"),
        votes(12, 1, 2, "12 in favour, one against and two abstaining"),
        counting("killed", 46, "forty-six of them died"),
        counting("killed", 7, "일곱 명이 숨졌다"),
        counting("tonnes", 400_000, "쌀 40만t을 보냈다"),
        counting("tonnes", 12_300, "쌀 1만2300t과 옥수수"),
        counting("tonnes", 7_500_000, "7.5 million tons a year"),
        counting("magnitude", 4.7, "a magnitude of 4.7 was measured"),
        agreement(summary=both("The largest exercise so far, said the ministry.")),
    ],
)
def test_what_the_rules_allow_is_no_breach(tmp_path: Path, change: Change) -> None:
    content = copy.deepcopy(sound())
    change(content)
    assert problems_of(content, tmp_path) == []


@pytest.mark.parametrize("is_told", [True, False])
def test_the_same_words_twice_are_told_without_rules_too(tmp_path: Path, is_told: bool) -> None:
    content = sound()
    del content["manifest"]["rules"]
    quoting("expressed regret over the blasts", prefix="it")(content)
    if not is_told:
        content["sources"][0]["excerpts"][0]["texts"][0]["prefix"] = "he"
    found = problems_of(content, tmp_path)
    assert ["quoted twice" in problem for problem in found] == [True] * is_told


def test_a_circle_of_causes_is_named(tmp_path: Path) -> None:
    content = sound()
    content["events"] = [
        event("one", relations=[{"type": "led-to", "to": "two"}]),
        event("two", relations=[{"type": "led-to", "to": "three"}]),
        event("three", relations=[{"type": "led-to", "to": "one"}]),
    ]
    content["periods"] = []
    assert sum("causes form no circle" in problem for problem in problems_of(content, tmp_path)) == 3


def test_decomposed_letters_are_named(tmp_path: Path) -> None:
    content = sound()
    content["events"][1]["title"]["ko"] = unicodedata.normalize("NFD", "합의")
    assert ["decomposed letters" in problem for problem in problems_of(content, tmp_path)] == [True]


def test_a_problem_stands_at_its_value(tmp_path: Path) -> None:
    content = sound()
    content["events"][1]["label"] = both("x" * 40)
    (problem,) = problems_of(content, tmp_path)
    line, column = map(int, problem.split(":")[:2])
    written = (tmp_path / "data.json").read_text("utf-8").splitlines()[line - 1]
    assert written[column - 1 :].startswith('"xxx')
