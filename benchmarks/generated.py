"""A seeded collection of any size, shaped like the chronicle: most dates exact, some months, some spans."""

import json
import random
from datetime import date, timedelta
from pathlib import Path

CATEGORIES = ("talks", "families", "region", "border", "nuclear", "un", "rights")
FIRST_DAY, DAYS = date(1945, 8, 15), 29_000
WORDS = ("talks", "accord", "visit", "shelling", "launch", "vote", "reunion", "statement", "patrol", "offer")
KOREAN = ("회담", "합의", "방문", "포격", "발사", "표결", "상봉", "성명", "순찰", "제의")
SPAN_SHARE, MONTH_SHARE = 0.08, 0.06


def write_collection(path: Path, count: int, seed: int = 20151120) -> None:
    """Write one JSON file of that many events."""
    chance = random.Random(seed)  # noqa: S311  # a benchmark, not a secret
    events = [_event(chance, number) for number in range(count)]
    path.write_text(json.dumps({"events": events}, ensure_ascii=False), encoding="utf-8")


def _event(chance: random.Random, number: int) -> dict[str, object]:
    day = FIRST_DAY + timedelta(days=int(DAYS * chance.betavariate(3, 2)))
    kind = chance.random()
    text = day.isoformat()
    if kind < SPAN_SHARE:
        text += f"/{day + timedelta(days=1 + int(chance.expovariate(1 / 200)))}"
    elif kind < SPAN_SHARE + MONTH_SHARE:
        text = text[:7]
    word = chance.randrange(len(WORDS))
    return {
        "id": f"event-{number}",
        "date": text,
        "title": {"en": f"{WORDS[word].capitalize()} {number}", "ko": f"{KOREAN[word]} {number}"},
        "category": chance.choice(CATEGORIES),
        "importance": chance.choices((1, 2, 3, 4, 5), (30, 30, 20, 14, 6))[0],
    }
