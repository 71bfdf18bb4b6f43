"""A small collection that the tests of exports share."""

import json
from pathlib import Path
from typing import Any

SHAPES = (
    ("talks", "Talks & agreements", "대화·합의", "dialogue", "circle", "#1746A6", "#4A7EEA"),
    ("families", "Families & cooperation", "이산가족·협력", "dialogue", "cross", "#0A7350", "#3FC18B"),
    ("border", "Border & military", "접경·군사", "security", "diamond", "#B5161D", "#E8513F"),
    ("nuclear", "Nuclear & missiles", "핵·미사일", "security", "triangle", "#B47C1A", "#FACA5E"),
)
DATES = ("{y}-03-12", "{y}-06", "{y}-08-22/{y}-08-25", "{y}-10-09", "{y}-11/..")


def _event(number: int) -> dict[str, Any]:
    year = 2006 + number % 11
    date = DATES[number % 4] if number else DATES[4]
    return {
        "id": f"event-{number}",
        "date": date.format(y=year),
        "title": {"en": f"High-level contact {number}", "ko": f"고위급 접촉 {number}"},
        "category": SHAPES[number % len(SHAPES)][0],
        "actors": ["north-korea"] if number % 2 else ["south-korea"],
        "importance": 1 + number % 5,
        "cites": [{"excerpt": f"source-{number}#p-1"}],
    }


def _source(number: int) -> dict[str, Any]:
    return {
        "id": f"source-{number}",
        "title": {"en": f"Joint press statement no. {number}", "ko": f"공동 보도문 {number}호"},
        "publisher": "Ministry of Unification",
        "date": "2015-08-25",
        "url": f"https://example.org/statement-{number}",
        "excerpts": [{"id": "p-1", "locator": "¶ 1", "summary": {"en": "The agreed words.", "ko": "합의문"}}],
    }


def collection(count: int = 40) -> dict[str, Any]:
    """Events of all forms of date, each with one source, and a manifest."""
    return {
        "manifest": {
            "title": {"en": "Inter-Korean relations", "ko": "남북관계"},
            "version": "7.3",
            "verified_to": "2016-06-30",
            "licence": "CC-BY-4.0",
        },
        "categories": [
            {
                "id": name,
                "title": {"en": en, "ko": ko},
                "half": half,
                "shape": shape,
                "colour": {"light": light, "dark": dark},
            }
            for name, en, ko, half, shape, light, dark in SHAPES
        ],
        "actors": [
            {"id": "south-korea", "name": {"en": "South Korea", "ko": "남한"}, "kind": "state"},
            {"id": "north-korea", "name": {"en": "North Korea", "ko": "북한"}, "kind": "state"},
        ],
        "periods": [
            {
                "id": "office",
                "kind": "office",
                "title": {"en": "An office", "ko": "재임"},
                "spans": [{"date": "2008-02-25/2013-02-25"}],
            }
        ],
        "events": [_event(number) for number in range(count)],
        "sources": [_source(number) for number in range(count)],
    }


def write_collection(folder: Path, count: int = 40) -> Path:
    """The collection as a file."""
    file = folder / "own.json"
    file.write_text(json.dumps(collection(count), ensure_ascii=False), encoding="utf-8")
    return file
