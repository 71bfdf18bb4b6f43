"""Where in a source a passage stands, in Korean: the records say it in English, and mostly in few words."""

import re

ORDINALS = {
    "first": "첫 번째",
    "second": "두 번째",
    "third": "세 번째",
    "fourth": "네 번째",
    "fifth": "다섯 번째",
    "sixth": "여섯 번째",
    "seventh": "일곱 번째",
    "eighth": "여덟 번째",
    "ninth": "아홉 번째",
    "tenth": "열 번째",
    "penultimate": "끝에서 두 번째",
    "last": "마지막",
    "opening": "첫머리",
    "only": "유일한",
    "later": "뒤쪽",
}
UNITS = {
    "paragraph": "문단",
    "sentence": "문장",
    "point": "항목",
    "item": "항목",
    "lines": "줄",
    "remarks": "발언",
    "quotation": "인용",
    "statement": "발언",
    "bullet": "항목",
    "¶": "¶",
}
SECTIONS = {
    "abstract": "초록",
    "address": "연설",
    "after": "뒤",
    "caption": "사진 설명",
    "conclusions": "결론",
    "declaration": "선언문",
    "entry": "항목",
    "heading": "표제",
    "headline": "제목",
    "headlines": "제목",
    "introduction": "머리말",
    "introductory note": "일러두기",
    "opening": "첫머리",
    "overview": "개요",
    "preamble": "전문",
    "quoted passage": "인용문",
    "second half": "후반부",
    "summary points": "요약",
    "timeline": "연표",
}
NUMBERED = {"article": "제{}조", "point": "{}항", "item": "{}항", "para": "{}항", "section": "{}절"}
_FEW = re.compile(rf"({'|'.join(ORDINALS)})(?: and ({'|'.join(ORDINALS)}))? ({'|'.join(UNITS)})(s?)")
_NUMBERED = re.compile(rf"({'|'.join(NUMBERED)})\.? (\d+(?: ?\(\d+\))?)")


def locator_words(locator: str | None, language: str) -> str:
    """The place of a passage; what the table does not know is shown as the record has it."""
    if not locator or language != "ko":
        return locator or ""
    return ", ".join(_part(part) or part for part in locator.split(", "))


def _part(part: str) -> str:
    if part in SECTIONS:
        return SECTIONS[part]
    numbered = _NUMBERED.fullmatch(part)
    if numbered:
        return NUMBERED[numbered[1]].format(numbered[2])
    few = _FEW.fullmatch(part)
    if not few:
        return ""
    first, second, unit, many = few.groups()
    if second:
        return f"{ORDINALS[first]}·{ORDINALS[second]} {UNITS[unit]}"
    if many and first == "first":
        return f"처음 몇 {UNITS[unit]}"
    if many and first == "last":
        return f"마지막 몇 {UNITS[unit]}"
    return f"{ORDINALS[first]} {UNITS[unit]}"
