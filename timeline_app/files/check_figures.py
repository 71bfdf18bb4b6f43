"""The rule about numbers: a figure stands in the passage that it cites, in digits or in words."""

import re
from collections.abc import Iterator

from timeline_app.files.chronicle import Chronicle
from timeline_app.files.locate import NO_VALUE, Finding
from timeline_app.model.records import Excerpt, Figure

ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
)
TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
OTHER_WORDS = {1: "a an 한 첫", 2: "both twice pair 두 둘 양", 3: "세 셋", 4: "네 넷", 5: "다섯"}
OTHER_WORDS |= {6: "여섯", 7: "일곱", 8: "여덟", 9: "아홉", 10: "열", 12: "dozen"}
UNITS = {"백": 100, "천": 1_000, "千": 1_000, "만": 10_000, "万": 10_000, "million": 1_000_000}
NUMERAL = re.compile(r"\d+(?:[,. \u00a0]\d{3})*(?!\d)|\d+")
DECIMAL = re.compile(r"\d+\.\d+")
COMPOUND = re.compile(r"\d[\d,.]*(?:\s?(?:백|천|千|만|万|million)\s?(?:\d[\d,]*)?)+")
PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(백|천|千|만|万|million)?")
GROUPING = re.compile(r"(?<=\d)[,.  ](?=\d{3}(?!\d))")
UNANIMOUS = re.compile(r"unanim|만장일치|全会一致", re.IGNORECASE)


def figures_in_their_passage(chronicle: Chronicle) -> Iterator[Finding]:
    """Whoever looks a figure up in its excerpt finds it there; of a unanimous vote the word is enough."""
    for event in chronicle.collection.events:
        for index, figure in enumerate(event.figures):
            excerpt = chronicle.excerpts[figure.excerpt]
            passage = _passage(excerpt)
            missing = [f"{number:,}" for number in _numbers(figure) if not _stands_in(number, passage)]
            if missing and not (figure.kind == "votes" and UNANIMOUS.search(passage)):
                message = f"{', '.join(missing)} is not in {figure.excerpt}; cite the passage that has it"
                yield Finding("events", event.id, ("figures", index, "excerpt"), NO_VALUE, message)


def _numbers(figure: Figure) -> list[float]:
    counts = (figure.value, figure.in_favour, figure.against, figure.abstain)
    return [count for count in counts if count]


def _passage(excerpt: Excerpt) -> str:
    quoted = [part for text in excerpt.texts for part in (text.prefix, text.exact, text.suffix)]
    return "\n".join(filter(None, (*quoted, excerpt.summary.en, excerpt.summary.ko)))


def _stands_in(number: float, passage: str) -> bool:
    if number in _values(passage):
        return True
    return any(re.search(rf"(?<![a-z]){word}(?![a-z])", passage.lower()) for word in _words(number))


def _values(passage: str) -> set[float]:
    """Every number that is written in digits, also with 만, 천 or million."""
    values = {float(match) for match in DECIMAL.findall(passage)}
    values |= {float(GROUPING.sub("", match)) for match in NUMERAL.findall(passage)}
    values |= {float(match) for match in re.findall(r"\d+", passage)}
    for compound in COMPOUND.findall(passage):
        total = 0.0
        for digits, unit in PART.findall(compound):
            total += float(digits.replace(",", "")) * UNITS.get(unit, 1)
            values.add(total)
    return values


def _words(number: float) -> list[str]:
    whole = int(number)
    if whole != number:
        return []
    if whole < 20:
        return [ONES[whole], *OTHER_WORDS.get(whole, "").split()]
    if whole < 100:
        ten, one = TENS[whole // 10 - 2], whole % 10
        return [f"{ten}[- ]{ONES[one]}" if one else ten]
    for unit, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if whole % unit == 0 and whole // unit < 100:
            return [f"{word} {name}" for word in _words(whole // unit)]
    return []
