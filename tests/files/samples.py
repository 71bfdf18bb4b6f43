"""Records that the tests of files share."""

from typing import Any

VOCABULARIES: dict[str, list[dict[str, Any]]] = {
    "categories": [
        {
            "id": name,
            "title": {"en": name.title(), "ko": "분류"},
            "half": "dialogue",
            "shape": "circle",
            "colour": {"light": "#1746A6", "dark": "#4A7EEA"},
        }
        for name in ("talks", "nuclear")
    ],
    "actors": [
        {"id": "south-korea", "name": {"en": "South Korea", "ko": "남한"}, "kind": "state"},
        {"id": "north-korea", "name": {"en": "North Korea", "ko": "북한"}, "kind": "state"},
        {
            "id": "unification-ministry",
            "name": {"en": "Ministry of Unification", "ko": "통일부"},
            "kind": "organisation",
            "part_of": "south-korea",
        },
    ],
    "places": [{"id": "panmunjom", "name": {"en": "Panmunjom", "ko": "판문점"}, "zone": "Asia/Seoul"}],
    "series": [{"id": "nuclear-tests", "title": {"en": "Nuclear tests", "ko": "핵실험"}}],
}


def event(name: str = "one", **fields: Any) -> dict[str, Any]:
    """An event with the least that a collection of one's own must say."""
    return {"id": name, "date": "2015-08-25", "title": {"en": name.title()}, **fields}
