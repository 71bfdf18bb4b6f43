"""Reading EDTF: the conformance table, and what a date knows about itself."""

import csv
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.dates.calendar import days_in_month, to_seconds
from timeline_app.dates.edtf import PRECISIONS, EdtfError, parse_edtf

TABLE = Path(__file__).parent / "data" / "edtf_conformance.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

VALID = [row for row in ROWS if row["valid"] == "yes"]
INVALID = [row for row in ROWS if row["valid"] == "no"]
OPTIONAL = [row for row in ROWS if row["valid"] == "impl"]


def named_by_text(rows):
    return [pytest.param(row, id=ascii(row["edtf"])) for row in rows]


@pytest.mark.parametrize("row", named_by_text(VALID))
def test_a_valid_text_has_the_bounds_and_level_of_the_table(row):
    date = parse_edtf(row["edtf"])
    assert (*date.bounds, str(date.level)) == (row["lower"], row["upper"], row["level"])


@pytest.mark.parametrize("row", named_by_text(INVALID))
def test_an_invalid_text_is_refused(row):
    with pytest.raises(EdtfError):
        parse_edtf(row["edtf"])


@pytest.mark.parametrize("row", named_by_text(OPTIONAL))
def test_a_text_on_which_readers_differ_has_the_bounds_of_the_table_or_is_refused(row):
    try:
        date = parse_edtf(row["edtf"])
    except EdtfError:
        return
    assert date.bounds == (row["lower"], row["upper"])


@pytest.mark.parametrize(
    "text",
    [
        None,
        2015,
        b"2015",
        [],
        {},
        "-0000",
        "-0000-01-01",
        "Y1E999999999",
        "Y1E13",
        "Y299999999999",
        "Y290000000000S1",
        "Y" + "9" * 5000,
        "9" * 100_000,
        "[" * 500,
        "[[1667]]",
        "{" * 400 + "1667" + "}" * 400,
        "1950S5",
        "1950S0",
        "1950S2~",
        "Y17E07",
        "2015-08-25T00:55:00~",
        "2015-08-25T00:55:00+14:30",
        "2015-08-2XT00:55:00",
        "XXX1-02-29",
        "XXXX-02-30",
        "2001-21-01",
        "2001-42",
        "2001-2X",
        "[1667,..1668]",
        "[1667..,1668]",
        "[1672..1670]",
        "[..]",
        "[2015-08-25T00:55:00]",
        "2015-08-25/2015-08-22",
        "2015//2016",
        ".../2016",
        "\ud800",
        "2015\x00",
    ],
)
def test_anything_else_raises_the_one_error(text):
    with pytest.raises(EdtfError):
        parse_edtf(text)


@given(st.text(max_size=30))
@example("²015")
def test_no_text_raises_any_other_error(text):
    with suppress(EdtfError):
        parse_edtf(text)


@given(st.text(alphabet="0123456789XYTESZ-+:/.,?~%[]{}", max_size=24))
def test_what_is_read_keeps_its_text_and_starts_before_it_ends(text):
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    assert date.text == text
    assert date.precision in PRECISIONS
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest


@given(st.integers(0, 9999), st.integers(1, 12), st.data())
def test_a_plain_day_is_its_own_bounds(year, month, data):
    day = data.draw(st.integers(1, days_in_month(year, month)))
    text = f"{year:04d}-{month:02d}-{day:02d}"
    date = parse_edtf(text)
    assert date.bounds == (text, text)
    assert (date.earliest, date.span_end) == (to_seconds(year, month, day), to_seconds(year, month, day + 1))


@pytest.mark.parametrize(
    ("text", "kind", "precision"),
    [
        ("2015-08-25", "date", "day"),
        ("2015-08", "date", "month"),
        ("2015", "date", "year"),
        ("195X", "date", "decade"),
        ("19XX", "date", "century"),
        ("1XXX", "date", "millennium"),
        ("XXXX", "date", "unspecified"),
        ("2015-XX", "date", "year"),
        ("2015-08-XX", "date", "month"),
        ("156X-12-25", "date", "decade"),
        ("Y-170000002", "date", "year"),
        ("1950S2", "date", "century"),
        ("2015-08-25T00:55:00", "date-time", "second"),
        ("2015-21", "season", "season"),
        ("2015-33", "season", "quarter"),
        ("2015-37", "season", "quadrimester"),
        ("2015-40", "season", "semester"),
        ("2015-08-25/2016", "interval", "year"),
        ("../..", "interval", "unspecified"),
        ("[2015-08-24,2015-08-25]", "one-of", "day"),
        ("{2015,2016-08}", "all-of", "year"),
    ],
)
def test_a_date_knows_its_kind_and_precision(text, kind, precision):
    date = parse_edtf(text)
    assert (date.kind, date.precision) == (kind, precision)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("2015", ""),
        ("2015?", "?"),
        ("2015~", "~"),
        ("2015%", "%"),
        ("?2004-06-~11", "%"),
        ("2004?-06-11", "?"),
        ("1984~/2004", "~"),
        ("1984?/2004~", "%"),
        ("[1984~,1985]", "~"),
    ],
)
def test_a_date_knows_its_qualifier(text, qualifier):
    assert parse_edtf(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "2015-08-25",
        "-0043-03-15",
        "2015-08-22/2015-08-25",
        "2010-05-24/..",
        "2015-08-25T00:55:00+09:00",
        "{2010-03-03,2010-03-05}",
    ],
)
def test_what_is_certain_to_the_day_is_exact(text):
    assert parse_edtf(text).is_exact
    assert not parse_edtf(text).is_approximate


@pytest.mark.parametrize(
    "text",
    [
        "2015",
        "2015-08",
        "2015-08-25~",
        "2015-08-25?",
        "2015-08-XX",
        "2015-08-2X",
        "2015-21",
        "2010-05-24/",
        "/2010-05-24",
        "../2010-05-24",
        "2010-05/..",
        "2010-05-24~/..",
        "2010-05-24/2011",
        "[2010-03-03,2010-03-05]",
        "[2010-03-03..2010-03-05]",
    ],
)
def test_what_is_not_certain_to_the_day_is_approximate(text):
    assert parse_edtf(text).is_approximate
    assert not parse_edtf(text).is_exact


def test_an_open_end_is_not_an_unknown_one():
    going_on, lost = parse_edtf("2010-05-24/.."), parse_edtf("2010-05-24/")
    assert (going_on.open_end, going_on.unknown_end, going_on.span_end) == (True, False, None)
    assert (lost.open_end, lost.unknown_end, lost.span_end) == (False, True, None)


def test_an_open_start_is_not_an_unknown_one():
    open_one, lost = parse_edtf("../2010-05-24"), parse_edtf("/2010-05-24")
    assert (open_one.open_start, open_one.unknown_start, open_one.earliest) == (True, False, None)
    assert (lost.open_start, lost.unknown_start, lost.earliest) == (False, True, None)


def test_an_interval_has_its_ends():
    date = parse_edtf("2015-08-22/2015-08-25~")
    assert (date.start, date.end) == (parse_edtf("2015-08-22"), parse_edtf("2015-08-25~"))


def test_a_set_has_its_members_and_keeps_runs_as_intervals():
    date = parse_edtf("{1667,1668,1670..1672}")
    assert [member.text for member in date.members] == ["1667", "1668", "1670/1672"]


def test_a_month_lasts_to_its_last_second():
    date = parse_edtf("2024-02")
    assert date.earliest == to_seconds(2024, 2, 1)
    assert date.latest == to_seconds(2024, 2, 29, 23, 59, 59)
    assert date.span_end == to_seconds(2024, 3, 1)


def test_a_time_stands_at_the_wall_clock_of_its_place():
    date = parse_edtf("2015-08-25T00:55:00+09:00")
    assert date.earliest == date.latest == to_seconds(2015, 8, 25, 0, 55)
    assert date.bounds == ("2015-08-24T15:55:00Z", "2015-08-24T15:55:00Z")


def test_an_offset_may_be_in_hours_alone():
    assert parse_edtf("1985-04-12T23:20:30-04").bounds[0] == "1985-04-13T03:20:30Z"


def test_an_estimated_year_is_the_year_and_its_digits_are_the_bounds():
    date = parse_edtf("Y3388E2S3")
    assert (date.year, date.bounds) == (338_800, ("338000-01-01", "338999-12-31"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2015-08-25", (2015, 8, 25)),
        ("2015-08", (2015, 8, None)),
        ("2015-XX-25", (2015, None, 25)),
        ("-0043-03-15", (-43, 3, 15)),
        ("2015-24", (2015, 24, None)),
    ],
)
def test_a_date_knows_the_parts_that_are_specified(text, parts):
    date = parse_edtf(text)
    assert (date.year, date.month, date.day) == parts


def test_negative_unspecified_years_exclude_a_signed_zero():
    assert parse_edtf("-00XX").bounds == ("-0099-01-01", "-0001-12-31")


def test_a_date_is_a_key_and_equal_to_the_same_text_only():
    assert {parse_edtf("2015"): 1}[parse_edtf("2015")] == 1
    assert parse_edtf("2015") != parse_edtf("2015~")


def test_a_date_cannot_be_changed():
    with pytest.raises(AttributeError):
        parse_edtf("2015").level = 2


def test_a_message_quotes_what_was_wrong():
    with pytest.raises(EdtfError, match=r"'2015-02-30': the calendar has no such date"):
        parse_edtf("2015-02-30")
