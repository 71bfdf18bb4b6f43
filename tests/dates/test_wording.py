"""Dates in English and Korean words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.calendar import to_seconds
from timeline_app.dates.edtf import EdtfError, parse_edtf
from timeline_app.dates.phrases import CERTAINTIES, PHRASES, SEASON_NAMES, UNITS
from timeline_app.dates.wording import (
    certainty_in_words,
    date_in_words,
    day_in_words,
    duration_in_words,
    short_date_in_words,
    span_in_words,
)

DAY_S = 86_400


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        ("2015-08-25", "25 Aug 2015", "2015년 8월 25일"),
        ("2015-09", "Sep 2015", "2015년 9월"),
        ("2015", "2015", "2015년"),
        ("2015-08-22/2015-08-25", "22–25 Aug 2015", "2015년 8월 22–25일"),
        ("2015-08-30/2015-09-02", "30 Aug – 2 Sep 2015", "2015년 8월 30일 – 9월 2일"),
        ("2015-12-20/2016-01-03", "20 Dec 2015 – 3 Jan 2016", "2015년 12월 20일 – 2016년 1월 3일"),
        ("2015-08-22/2015-08-22", "22 Aug 2015", "2015년 8월 22일"),
        ("2015-08/2015-12", "Aug–Dec 2015", "2015년 8–12월"),
        ("2006/2016", "2006–2016", "2006–2016년"),
        ("2005/2006-02", "2005 – Feb 2006", "2005년 – 2006년 2월"),
        ("1950~", "about 1950", "1950년경"),
        ("1950?", "1950, uncertain", "1950년(불확실)"),
        ("1950%", "about 1950, uncertain", "1950년경(불확실)"),
        ("2004-06-~01/2004-06-~20", "about 1–20 Jun 2004", "2004년 6월 1–20일경"),
        ("1984~/2004-06", "about 1984 – Jun 2004", "1984년경 – 2004년 6월"),
        ("2010-05-24/..", "since 24 May 2010", "2010년 5월 24일부터"),
        ("../2010-05-24", "until 24 May 2010", "2010년 5월 24일까지"),
        ("2010-05-24/", "from 24 May 2010, end unknown", "2010년 5월 24일부터(끝 미상)"),
        ("/2010-05-24", "until 24 May 2010, start unknown", "2010년 5월 24일까지(시작 미상)"),
        ("../..", "without start or end", "시작과 끝 없음"),
        ("[2010-03-03..2010-03-05]", "between 3 and 5 Mar 2010", "2010년 3월 3–5일 사이"),
        ("[2010-03-03,2010-03-05]", "3 Mar or 5 Mar 2010", "2010년 3월 3일 또는 3월 5일"),
        ("[1667,1668,1670..1672]", "one of 1667, 1668 and 1670–1672", "1667년, 1668년, 1670–1672년 중 하나"),
        ("[..1760-12-03]", "3 Dec 1760 or earlier", "1760년 12월 3일 또는 그 이전"),
        ("[1760-12..]", "Dec 1760 or later", "1760년 12월 또는 그 이후"),
        ("{2010-03-03,2010-03-05}", "3 Mar and 5 Mar 2010", "2010년 3월 3일, 3월 5일"),
        ("{1960,1961-12}", "1960 and Dec 1961", "1960년, 1961년 12월"),
        ("195X", "1950s", "1950년대"),
        ("19XX", "20th century", "20세기"),
        ("16XX~", "about 17th century", "17세기 무렵"),
        ("-20XX", "21st century BCE", "기원전 21세기"),
        ("1XXX", "between 1000 and 1999", "1000–1999년 사이"),
        ("XXXX", "year unknown", "연도 미상"),
        ("156X-12-25", "25 Dec, 1560s", "1560년대 12월 25일"),
        ("1984-1X", "between Oct and Dec 1984", "1984년 10–12월 사이"),
        ("2015-08-XX", "Aug 2015", "2015년 8월"),
        ("2015-XX-XX", "2015", "2015년"),
        ("2015-02-X8", "between 8 and 28 Feb 2015", "2015년 2월 8–28일 사이"),
        ("2001-21", "spring 2001", "2001년 봄"),
        ("2001-24", "winter 2001–02", "2001년 겨울"),
        ("2001-36", "4th quarter of 2001", "2001년 4분기"),
        ("2001-41", "2nd half of 2001", "2001년 하반기"),
        ("200X-21", "spring 2000s", "2000년대 봄"),
        ("-0043", "44 BCE", "기원전 44년"),
        ("0000", "1 BCE", "기원전 1년"),
        ("-0043-03-15", "15 Mar 44 BCE", "기원전 44년 3월 15일"),
        ("-0043/-0039", "44–40 BCE", "기원전 44–40년"),
        ("-0043/0014", "44 BCE – 14 CE", "기원전 44년 – 서기 14년"),
        ("Y-170000002", "170,000,003 BCE", "기원전 170,000,003년"),
        ("1950S2", "about 1950 (1900–1999)", "1950년경(1900–1999년)"),
        (
            "2015-08-25T00:55:00+09:00",
            "25 Aug 2015, 00:55 UTC+09:00",
            "2015년 8월 25일 00:55 UTC+09:00",
        ),
    ],
)
def test_a_date_reads_so(text, english, korean):
    date = parse_edtf(text)
    assert (date_in_words(date, "en"), date_in_words(date, "ko")) == (english, korean)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("2015-08-25", "25 August 2015"),
        ("2015-09", "September 2015"),
        ("2015-08-22/2015-08-25", "22–25 August 2015"),
        ("[2010-03-03..2010-03-05]", "between 3 and 5 March 2010"),
    ],
)
def test_a_long_date_has_the_whole_name_of_the_month(text, english):
    assert date_in_words(parse_edtf(text), "en", short=False) == english


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        ("2015-08-25", "25 Aug", "8월 25일"),
        ("2015-10-20/2015-10-26", "20–26 Oct", "10월 20–26일"),
        ("2015-09", "Sep", "9월"),
        ("2015", "2015", "2015년"),
        ("2015-12-20/2016-01-03", "20 Dec – 3 Jan", "12월 20일 – 1월 3일"),
        ("2010-05-24/2015-08-25", "24 May 2010 – 25 Aug 2015", "2010년 5월 24일 – 2015년 8월 25일"),
        ("2010-05-24/..", "since 24 May", "5월 24일부터"),
        ("2015-08-25~", "about 25 Aug", "8월 25일경"),
        ("2015-08-25?", "25 Aug?", "8월 25일?"),
    ],
)
def test_a_label_leaves_out_the_year_where_it_can(text, english, korean):
    date = parse_edtf(text)
    assert short_date_in_words(date, "en", year=False) == english
    assert short_date_in_words(date, "ko", year=False) == korean


def test_a_label_has_the_year_where_it_is_asked_for():
    assert short_date_in_words(parse_edtf("2015-10-20/2015-10-26"), "en", year=True) == "20–26 Oct 2015"


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        ("2015-08-25", "exact day", "정확한 날짜"),
        ("2015-08-22/2015-08-25", "several days", "여러 날"),
        ("{2010-03-03,2010-03-05}", "several days", "여러 날"),
        ("2015-08", "month only", "월까지만"),
        ("2015-08-XX", "month only", "월까지만"),
        ("2015", "year only", "연도까지만"),
        ("2015-21", "season only", "계절까지만"),
        ("195X", "decade only", "연대까지만"),
        ("2015-08-25~", "approximate", "대략"),
        ("1950S2", "approximate", "대략"),
        ("2015-08-25?", "uncertain", "불확실"),
        ("[2010-03-03,2010-03-05]", "one of several days", "여러 날 중 하나"),
        ("[2010-03,2010-05]", "one of several dates", "여러 시기 중 하나"),
        ("2010-05-24/..", "going on", "계속"),
        ("2010-05-24/", "end unknown", "끝 미상"),
        ("2015-08-25T00:55:00Z", "exact time", "정확한 시각"),
    ],
)
def test_a_date_says_how_certain_it_is(text, english, korean):
    date = parse_edtf(text)
    assert (certainty_in_words(date, "en"), certainty_in_words(date, "ko")) == (english, korean)


@pytest.mark.parametrize(
    ("start", "end", "english", "korean"),
    [
        ((2006, 3, 1), (2016, 7, 9), "2006–2016", "2006–2016년"),
        ((2015, 8, 3), (2015, 12, 20), "Aug–Dec 2015", "2015년 8–12월"),
        ((2015, 8, 3), (2015, 8, 10), "3–9 Aug 2015", "2015년 8월 3–9일"),
        ((2015, 11, 3), (2016, 4, 1), "Nov 2015 – Mar 2016", "2015년 11월 – 2016년 3월"),
        ((2015, 8, 1), (2015, 9, 1), "Aug 2015", "2015년 8월"),
        ((2015, 1, 1), (2016, 1, 1), "2015", "2015년"),
        ((2015, 8, 25), (2015, 8, 26), "25 Aug 2015", "2015년 8월 25일"),
        (
            (2015, 8, 25, 0, 55),
            (2015, 8, 25, 12, 30),
            "25 Aug 2015, 00:55–12:30",
            "2015년 8월 25일 00:55–12:30",
        ),
    ],
)
def test_a_span_is_no_finer_than_its_width_deserves(start, end, english, korean):
    bounds = (to_seconds(*start), to_seconds(*end))
    assert (span_in_words(*bounds, "en"), span_in_words(*bounds, "ko")) == (english, korean)


@pytest.mark.parametrize(
    ("seconds", "english", "korean"),
    [
        (11 * 365.25 * DAY_S, "11 years", "11년"),
        (500 * DAY_S, "16 months", "16개월"),
        (365 * DAY_S, "1 year", "1년"),
        (22 * 7 * DAY_S, "22 weeks", "22주"),
        (17 * DAY_S, "17 days", "17일"),
        (DAY_S, "1 day", "1일"),
        (5 * 3600, "5 hours", "5시간"),
        (60, "1 minute", "1분"),
        (0, "0 seconds", "0초"),
    ],
)
def test_a_duration_has_one_unit(seconds, english, korean):
    assert (duration_in_words(seconds, "en"), duration_in_words(seconds, "ko")) == (english, korean)


def test_a_time_is_named_by_its_civil_day():
    time = to_seconds(2015, 8, 25, 23, 59, 59)
    assert (day_in_words(time, "en"), day_in_words(time, "ko")) == ("25 Aug 2015", "2015년 8월 25일")


def test_an_unknown_language_is_english():
    assert day_in_words(0, "fr") == "1 Jan 1970"


@pytest.mark.parametrize("table", [PHRASES, CERTAINTIES, UNITS])
def test_both_languages_have_the_same_words(table):
    assert table["en"].keys() == table["ko"].keys()


def test_both_languages_have_a_name_for_every_season():
    assert [len(SEASON_NAMES[language]) for language in ("en", "ko")] == [21, 21]


@given(
    st.text(alphabet="012345689XYES-/.,~?[]{}", min_size=4, max_size=22)
    | st.from_regex(r"[012X]{4}-[0123X]{2}"),
    st.sampled_from(["en", "ko"]),
)
def test_whatever_can_be_read_can_be_said(text, language):
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    assert date_in_words(date, language)
    assert date_in_words(date, language, short=False)
    assert short_date_in_words(date, language, year=False)
    assert certainty_in_words(date, language)


@given(st.integers(-(10**13), 10**13), st.floats(0, 10**13), st.sampled_from(["en", "ko"]))
def test_every_span_and_duration_can_be_said(start, width, language):
    assert span_in_words(start, start + width, language)
    assert duration_in_words(width, language)
