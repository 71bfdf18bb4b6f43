"""The words for dates in English and Korean, and how either language joins two of them."""

from typing import Literal

Language = Literal["en", "ko"]
Point = tuple[int, int | None, int | None]  # a year, month or day

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "~": "about {}",
        "?": "{}, uncertain",
        "loosely": "about {}",
        "since": "since {}",
        "until": "until {}",
        "end unknown": "from {}, end unknown",
        "start unknown": "until {}, start unknown",
        "-inf/inf": "without start or end",
        "-inf/unknown": "without start, end unknown",
        "unknown/inf": "start unknown, going on",
        "between": "between {} and {}",
        "one of": "one of {}",
        "or earlier": "{} or earlier",
        "or later": "{} or later",
        "and": " and ",
        "or": " or ",
        "decade": "{}s",
        "century": "{} century",
        "century bce": "{} century BCE",
        "unspecified": "year unknown",
        "in": "{1}, {0}",
        "estimate": "about {0} ({1})",
        "time": "{}, {}",
    },
    "ko": {
        "~": "{}경",
        "?": "{}(불확실)",
        "loosely": "{} 무렵",
        "since": "{}부터",
        "until": "{}까지",
        "end unknown": "{}부터(끝 미상)",
        "start unknown": "{}까지(시작 미상)",
        "-inf/inf": "시작과 끝 없음",
        "-inf/unknown": "시작 없음, 끝 미상",
        "unknown/inf": "시작 미상, 계속",
        "between": "{} 사이",
        "one of": "{} 중 하나",
        "or earlier": "{} 또는 그 이전",
        "or later": "{} 또는 그 이후",
        "and": ", ",
        "or": " 또는 ",
        "decade": "{}년대",
        "century": "{}세기",
        "century bce": "기원전 {}세기",
        "unspecified": "연도 미상",
        "in": "{0} {1}",
        "estimate": "{0}경({1})",
        "time": "{} {}",
    },
}

# In the order of the codes, from 21 to 41.
SEASON_NAMES: dict[str, tuple[str, ...]] = {
    "en": (
        *("spring {}", "summer {}", "autumn {}", "winter {}"),
        *("northern spring {}", "northern summer {}", "northern autumn {}", "northern winter {}"),
        *("southern spring {}", "southern summer {}", "southern autumn {}", "southern winter {}"),
        *("1st quarter of {}", "2nd quarter of {}", "3rd quarter of {}", "4th quarter of {}"),
        *("Jan–Apr {}", "May–Aug {}", "Sep–Dec {}"),
        *("1st half of {}", "2nd half of {}"),
    ),
    "ko": (
        *("{} 봄", "{} 여름", "{} 가을", "{} 겨울"),
        *("{} 북반구 봄", "{} 북반구 여름", "{} 북반구 가을", "{} 북반구 겨울"),
        *("{} 남반구 봄", "{} 남반구 여름", "{} 남반구 가을", "{} 남반구 겨울"),
        *("{} 1분기", "{} 2분기", "{} 3분기", "{} 4분기"),
        *("{} 1–4월", "{} 5–8월", "{} 9–12월"),
        *("{} 상반기", "{} 하반기"),
    ),
}

CERTAINTIES: dict[str, dict[str, str]] = {
    "en": {
        "second": "exact time",
        "day": "exact day",
        "days": "several days",
        "month": "month only",
        "season": "season only",
        "quarter": "quarter only",
        "quadrimester": "third of a year only",
        "semester": "half-year only",
        "year": "year only",
        "decade": "decade only",
        "century": "century only",
        "millennium": "millennium only",
        "unspecified": "year unknown",
        "~": "approximate",
        "?": "uncertain",
        "%": "uncertain",
        "one-of days": "one of several days",
        "one-of": "one of several dates",
        "open end": "going on",
        "open start": "without start",
        "unknown end": "end unknown",
        "unknown start": "start unknown",
    },
    "ko": {
        "second": "정확한 시각",
        "day": "정확한 날짜",
        "days": "여러 날",
        "month": "월까지만",
        "season": "계절까지만",
        "quarter": "분기까지만",
        "quadrimester": "넉 달 단위까지만",
        "semester": "반기까지만",
        "year": "연도까지만",
        "decade": "연대까지만",
        "century": "세기까지만",
        "millennium": "천년기까지만",
        "unspecified": "연도 미상",
        "~": "대략",
        "?": "불확실",
        "%": "불확실",
        "one-of days": "여러 날 중 하나",
        "one-of": "여러 시기 중 하나",
        "open end": "계속",
        "open start": "시작 없음",
        "unknown end": "끝 미상",
        "unknown start": "시작 미상",
    },
}

UNITS: dict[str, dict[str, str]] = {
    "en": {
        "year": "{} year",
        "month": "{} month",
        "week": "{} week",
        "day": "{} day",
        "hour": "{} hour",
        "minute": "{} minute",
        "second": "{} second",
    },
    "ko": {
        "year": "{}년",
        "month": "{}개월",
        "week": "{}주",
        "day": "{}일",
        "hour": "{}시간",
        "minute": "{}분",
        "second": "{}초",
    },
}


def known(language: str) -> Language:
    """The language whose words are used: Korean for ``ko`` and ``ko-KR``, else English."""
    return "ko" if language.lower().startswith("ko") else "en"


def year_name(year: int, language: Language) -> str:
    """A year of the common era, or before it: year 0 is 1 BCE."""
    number = year if year > 0 else 1 - year
    digits = f"{number:,}" if number > 9_999 else str(number)
    if language == "ko":
        return f"기원전 {digits}년" if year <= 0 else f"{digits}년"
    return f"{digits} BCE" if year <= 0 else digits


def point_name(point: Point, language: Language, *, long: bool = False, with_year: bool = True) -> str:
    """A day, month or year: "25 Aug 2015", "2015년 8월 25일"."""
    year, month, day = point
    parts = [year_name(year, language)] if with_year or month is None else []
    if language == "ko":
        parts += [f"{month}월"] if month else []
        parts += [f"{day}일"] if day else []
        return " ".join(parts)
    if month:
        parts.insert(0, MONTHS[month - 1] if long else MONTHS[month - 1][:3])
    if day:
        parts.insert(0, str(day))
    return " ".join(parts)


def range_name(
    first: Point, last: Point, language: Language, *, long: bool = False, with_year: bool = True
) -> str:
    """Two points with a dash: "22–25 Aug 2015", "30 Aug – 2 Sep 2015", "2015년 8월 22–25일"."""
    if first == last:
        return point_name(first, language, long=long, with_year=with_year)
    left, right = pair_names(first, last, language, long=long, with_year=with_year)
    # Bare numbers and months stand close to the dash, longer parts apart from it.
    is_bare = left[-1].isdigit() if language == "ko" else " " not in left
    return f"{left}–{right}" if is_bare and shared_unit(first, last) else f"{left} – {right}"


def pair_names(
    first: Point, last: Point, language: Language, *, long: bool = False, with_year: bool = True
) -> tuple[str, str]:
    """Two points without what they share: ("22", "25 Aug 2015"), ("2015년 8월 22", "25일")."""
    left = point_name(first, language, long=long, with_year=with_year)
    right = point_name(last, language, long=long, with_year=with_year)
    shared = shared_unit(first, last)
    if first[0] <= 0 < last[0]:
        right = f"서기 {right}" if language == "ko" else f"{right} CE"
    elif language == "ko":
        left, right = _without_shared_ko(left, right, last, shared)
    elif shared == "month":
        left = str(first[2])
    elif shared == "year":
        left = point_name(first, language, long=long, with_year=False)
    elif shared == "era":
        left = left.removesuffix(" BCE")
    return left, right


def _without_shared_ko(left: str, right: str, last: Point, shared: str) -> tuple[str, str]:
    _, month, day = last
    if shared == "month":
        return left.removesuffix("일"), f"{day}일"
    if shared == "year":
        return left if day else left.removesuffix("월"), f"{month}월 {day}일" if day else f"{month}월"
    if shared == "era":
        return left.removesuffix("년"), right.removeprefix("기원전 ")
    return left, right


def shared_unit(first: Point, last: Point) -> str:
    """The smallest unit in which two points of one precision agree: month, year, era or nothing."""
    if [part is None for part in first] != [part is None for part in last]:
        return ""
    if first[1] is None:
        return "era" if (first[0] > 0) == (last[0] > 0) else ""
    if first[0] != last[0]:
        return ""
    return "month" if first[2] is not None and first[1] == last[1] else "year"
