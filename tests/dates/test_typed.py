"""Dates as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.calendar import to_seconds
from timeline_app.dates.span import TimeSpan
from timeline_app.dates.typed import TypedDateError, read_typed_date

DAY_25_AUGUST_2015 = ((2015, 8, 25), (2015, 8, 26))
AUGUST_2015 = ((2015, 8, 1), (2015, 9, 1))


@pytest.mark.parametrize(
    ("text", "start_and_end"),
    [
        ("2015-08-25", DAY_25_AUGUST_2015),
        ("25 August 2015", DAY_25_AUGUST_2015),
        ("25 Aug 2015", DAY_25_AUGUST_2015),
        ("25th of August, 2015", DAY_25_AUGUST_2015),
        ("25-Aug-2015", DAY_25_AUGUST_2015),
        ("Aug 25, 2015", DAY_25_AUGUST_2015),
        ("august 25 2015", DAY_25_AUGUST_2015),
        ("2015 Aug 25", DAY_25_AUGUST_2015),
        ("2015.8.25", DAY_25_AUGUST_2015),
        ("2015. 8. 25.", DAY_25_AUGUST_2015),
        ("2015/8/25", DAY_25_AUGUST_2015),
        ("25.8.2015", DAY_25_AUGUST_2015),
        ("20150825", DAY_25_AUGUST_2015),
        ("2015년 8월 25일", DAY_25_AUGUST_2015),
        ("2015년8월25일(화)", DAY_25_AUGUST_2015),
        ("８월 25일 2015년", DAY_25_AUGUST_2015),
        ("Tuesday, 25 August 2015", DAY_25_AUGUST_2015),
        ("02/02/2013", ((2013, 2, 2), (2013, 2, 3))),
        ("Aug 2015", AUGUST_2015),
        ("sept. 2015", ((2015, 9, 1), (2015, 10, 1))),
        ("2015-08", AUGUST_2015),
        ("8/2015", AUGUST_2015),
        ("2015년 8월", AUGUST_2015),
        ("8월 2015", AUGUST_2015),
        ("２０１５년 ８월", AUGUST_2015),
        (" Aug   2015 ", AUGUST_2015),
        ("Tuesday Aug 2015", AUGUST_2015),
        ("2015", ((2015, 1, 1), (2016, 1, 1))),
        ("2015년", ((2015, 1, 1), (2016, 1, 1))),
        ("1950s", ((1950, 1, 1), (1960, 1, 1))),
        ("1950년대", ((1950, 1, 1), (1960, 1, 1))),
        ("195X", ((1950, 1, 1), (1960, 1, 1))),
        ("1984~", ((1984, 1, 1), (1985, 1, 1))),
        ("2015-21", ((2015, 3, 1), (2015, 6, 1))),
        ("2015/2018", ((2015, 1, 1), (2019, 1, 1))),
        ("2006–2016", ((2006, 1, 1), (2017, 1, 1))),
        ("Aug 2015 to 25 Sep 2015", ((2015, 8, 1), (2015, 9, 26))),
        *(
            (text, ((2015, 8, 1), (2016, 1, 1)))
            for text in (
                *("Aug-Dec 2015", "Aug–Dec 2015", "aug to december 2015", "from Aug until Dec 2015"),
                *("2015 Aug-Dec", "Aug 2015 - Dec 2015", "Aug 2015-Dec 2015", "8/2015 - 12/2015"),
                *("2015-08/2015-12", "2015-08 - 2015-12", "2015-08-2015-12", "2015.8~12", "2015.8~2015.12"),
                *("2015년 8월-12월", "2015년 8월～12월", "2015년 8-12월", "2015년 8월부터 12월까지"),
                *("8-12월 2015", "8월~12월 2015년", "2015년 8월 〜 2015년 12월"),
            )
        ),
        *(
            (text, ((2015, 8, 22), (2015, 8, 26)))
            for text in (
                *("22-25 Aug 2015", "22–25 August 2015", "Aug 22-25, 2015", "22nd to 25th of Aug 2015"),
                *("2015년 8월 22-25일", "2015년 8월 22일(토)~25일(화)", "2015.8.22~25", "2015. 8. 22. ~ 25."),
            )
        ),
        *(
            (text, ((2015, 8, 22), (2015, 9, 4)))
            for text in (
                *("22 Aug - 3 Sep 2015", "Aug 22 – Sep 3, 2015", "2015-08-22-2015-09-03"),
                *("2015년 8월 22일~9월 3일", "2015.8.22~9.3"),
            )
        ),
        *((text, ((2010, 1, 1), (2016, 1, 1))) for text in ("2010-2015", "2010년-2015년", "2010~2015년")),
        *((text, ((1970, 1, 1), (1990, 1, 1))) for text in ("1970s-80s", "1970s–1980s", "1970~80년대")),
        ("2010s", ((2010, 1, 1), (2020, 1, 1))),
        ("1970년대", ((1970, 1, 1), (1980, 1, 1))),
        ("44 BCE", ((-43, 1, 1), (-42, 1, 1))),
        ("기원전 44년", ((-43, 1, 1), (-42, 1, 1))),
        ("-0043-03-15", ((-43, 3, 15), (-43, 3, 16))),
        ("2015-08-25 00:55", ((2015, 8, 25, 0, 55), (2015, 8, 25, 0, 56))),
        ("25 Aug 2015 10:00 KST", ((2015, 8, 25, 10), (2015, 8, 25, 10, 1))),
    ],
)
def test_a_typed_date_covers_what_was_typed(text, start_and_end):
    start, end = start_and_end
    assert read_typed_date(text) == TimeSpan(to_seconds(*start), to_seconds(*end))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12/02/2013", "two different dates"),
        ("5.8.2015", "two different dates"),
        ("12/02/13", "no year of four digits"),
        ("12 Feb '13", "no year of four digits"),
        ("Feb 12", "no year of four digits"),
        ("8월 25일", "no year of four digits"),
        ("12", "no year of four digits"),
        ("Feb", "not a date"),
        ("today", "not a date"),
        ("Tuesday", "not a date"),
        ("", "not a date"),
        ("25, 2015", "not a date"),
        ("10:00 2015", "not a date"),
        ("Aug -2015", "not a date"),
        ("Aug 25 2015 BC", "not a date"),
        ("2015-13-01", "not in the calendar"),
        ("2015-02-30", "not in the calendar"),
        ("31 Sep 2015", "not in the calendar"),
        ("2015년 13월", "not in the calendar"),
        ("2010-05-24/..", "no start or no end"),
        ("2016 - 2015", "ends before it starts"),
        ("2016-2015", "ends before it starts"),
        ("Nov-Feb 2016", "ends before it starts"),
        ("2015년 11월~2월", "ends before it starts"),
        ("Aug - 25 Sep 2015", "not a date"),
        ("Aug-Dec", "not a date"),
        ("Aug-Dec 2015-2016", "not a date"),
        ("8월-12월", "no year of four digits"),
        ("2015년 8월~13월", "not in the calendar"),
        ("2015 " * 2000, "not a date"),
    ],
)
def test_what_is_not_one_date_is_refused_with_its_reason(text, reason):
    with pytest.raises(TypedDateError, match=reason):
        read_typed_date(text)


def test_a_refusal_names_the_text_and_two_examples():
    with pytest.raises(TypedDateError) as refusal:
        read_typed_date("next week")
    assert (
        str(refusal.value)
        == "“next week” is not a date that can be read; type for example 2015-08-25 or Aug 2015."
    )


def test_a_refusal_is_korean_where_the_window_is():
    with pytest.raises(TypedDateError) as refusal:
        read_typed_date("다음 주", "ko")
    assert str(refusal.value) == "“다음 주”은(는) 읽을 수 없는 날짜입니다(입력 예: 2015-08-25, 2015년 8월)."


@given(st.text(max_size=30) | st.text(alphabet="0123456789 -~/.:,AugPMTues년월일대부터", max_size=20))
def test_nothing_typed_raises_any_other_error(text):
    try:
        span = read_typed_date(text)
    except TypedDateError:
        return
    assert span.width > 0
