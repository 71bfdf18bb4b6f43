"""A sheet of any size keeps its order: all texts on it, nothing over anything else."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.sheet import Box, SheetLayout, lay_out, lay_out_around
from timeline_app.layout.sheet_notes import Run, broken
from timeline_app.layout.sheet_text import BARE, COUNTED, KEYS, LABELLED, Cited, Note, NoteWords, SheetContent
from timeline_app.layout.style import style_for

WORDS = st.text(st.sampled_from("ab 가-"), max_size=60).map(str.strip)
LINE_LEAST_PX = 10


def content(
    title: str = "Inter-Korean relations, 2006–2016",
    notes: tuple[Note, ...] = (),
    subtitle: tuple[str, ...] = ("125 events of 270",),
    counts: str = "125 events shown of 270; 84 labelled.",
    imprint: str = "Exported 24 Nov 2026",
    language: str = "en",
) -> SheetContent:
    return SheetContent(
        title=title,
        subtitle=subtitle,
        legend_head="How to read it",
        legend=tuple(KEYS[language].items()),
        notes_head="Sources",
        continued_head="Sources, continued",
        notes=notes,
        note_words=NoteWords(
            "one more event", "{0} more events", "titles elsewhere", "on the following pages", "and {0} more"
        ),
        page="Page {0} of {1}",
        counts=counts,
        widest_counts=counts,
        imprint=imprint,
        empty="",
        open_lanes=7,
        folded_lanes=0,
        shown=125,
    )


def note(number: int, title: str = "Joint press statement", documents: int = 2) -> Note:
    before, day = "Ministry of Unification", "25 Aug 2015"
    cited = Cited(before, title, f"{day}, ¶ 5", "https://example.org/a-b", before, day)
    return Note(number * 7 % 31, f"Event {number}, {day}", (cited,) * documents, f"Event {number}", number)


def texts(layout: SheetLayout) -> str:
    return "\n".join(run.text for run in layout.runs)


def assert_orderly(layout: SheetLayout, measure: FixedMeasure) -> None:
    plot = layout.plot
    blocks = [layout.header, plot, layout.footer, *filter(None, (layout.legend, layout.notes))]
    for block in blocks:
        assert block.x >= 0 and block.y >= 0
        assert block.right <= layout.width and block.bottom <= layout.height
    for one, other in combinations(blocks, 2):
        assert not overlap(one, other), (one, other)
    for runs in (layout.runs, *layout.pages):
        boxes = [box_of(run, measure) for run in runs]
        for (x0, y0, x1, y1), run in zip(boxes, runs, strict=True):
            assert x0 >= 0 and y0 >= 0 and x1 <= layout.width and y1 <= layout.height, run
            assert run.text
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)
    for run in layout.runs:
        x0, y0, x1, y1 = box_of(run, measure)
        assert x1 <= plot.x or x0 >= plot.right or y1 <= plot.y or y0 >= plot.bottom, run


def box_of(run: Run, measure: FixedMeasure) -> tuple[float, float, float, float]:
    half = LINE_LEAST_PX / 2
    # rounding of sums of widths may reach a hair further
    return run.x, run.y - half, run.x + measure.width(run.text.strip(), run.role) - 0.01, run.y + half


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@settings(max_examples=120, deadline=None)
@given(
    st.integers(600, 2600),
    st.integers(400, 1800),
    st.sampled_from([100, 125, 150, 200]),
    st.sampled_from(["en", "ko"]),
    WORDS.filter(bool),
    st.lists(WORDS, max_size=4),
    st.integers(0, 40),
    st.booleans(),
)
def test_every_sheet_is_orderly(
    width: int,
    height: int,
    percent: int,
    language: str,
    title: str,
    subtitle: list[str],
    count: int,
    paged: bool,
) -> None:
    style, measure = style_for("print", percent), FixedMeasure(6.5 * percent / 100)
    what = content(
        title=title,
        notes=tuple(note(n, title, n % 4 + 1) for n in range(count)),
        subtitle=tuple(subtitle),
        counts=title * 4,
        imprint=title * 3,
        language=language,
    )
    layout = lay_out(what, width, height, style, measure, paged=paged)
    assert_orderly(layout, measure)
    assert layout.plot.height >= 0.4 * height


@pytest.mark.parametrize("size", [(1600, 900), (1123, 794), (1587, 1123)])
def test_a_sheet_of_a_usual_size_has_all_its_parts(size: tuple[int, int]) -> None:
    layout = lay_out(
        content(notes=tuple(note(n) for n in range(30))), *size, style_for("print"), FixedMeasure(5.5)
    )
    assert layout.legend is not None
    assert layout.notes is not None
    assert layout.plot.height >= 0.5 * size[1]


def test_a_small_sheet_gives_its_room_to_the_plot() -> None:
    layout = lay_out(content(notes=(note(1),)), 600, 400, style_for("print"), FixedMeasure(5.5))
    assert layout.notes is None
    assert layout.plot.height >= 200


def heads(layout: SheetLayout) -> list[str]:
    return [run.text for run in layout.runs if run.role == "sheet-strong"]


def noted(notes: tuple[Note, ...], *size: int) -> SheetLayout:
    return lay_out(content(notes=notes), *size, style_for("print"), FixedMeasure(6))


def test_notes_that_do_not_fit_are_counted() -> None:
    layout = noted(tuple(note(n) for n in range(200)), 1600, 900)
    assert 0 < layout.noted < 200
    assert len(re.findall(r"Event \d+", texts(layout).replace("\n", " "))) == layout.noted
    assert f"{200 - layout.noted} more events" in texts(layout).replace("\n", " ")


def test_notes_stand_in_full_where_there_is_room() -> None:
    layout = noted(tuple(note(n) for n in range(4)), 1600, 900)
    assert layout.noted == 4 and layout.all_documents
    assert "Joint press statement" in texts(layout)
    assert "elsewhere" not in texts(layout)


def test_notes_are_shortened_before_any_is_left_out_and_none_is_cut() -> None:
    layout = noted(tuple(note(n) for n in range(24)), 1600, 900)
    assert layout.noted == 24
    words = texts(layout)
    assert "Joint press statement" not in words
    assert "titles elsewhere" in words
    assert "…" not in words
    flowing = words.replace("\n", " ")
    assert flowing.count("Unification (2), 25 Aug 2015.") == 24


def test_documents_that_are_not_named_are_counted() -> None:
    several = tuple(Cited("", f"Title {n}", "", "", f"Paper {n}", f"{n + 1} Aug 2015") for n in range(6))
    layout = noted(tuple(Note(n, f"Event {n}, 2015", several) for n in range(60)), 1600, 900)
    assert not layout.all_documents
    assert "Paper 0, 1 Aug 2015; Paper 1, 2 Aug 2015; and 4 more." in texts(layout).replace("\n", " ")


def test_events_with_a_label_have_their_notes_before_the_others_and_need_no_date() -> None:
    kinds = (COUNTED, BARE, LABELLED)
    notes = tuple(note(n)._replace(drawn=kinds[n % 3], rank=n) for n in range(150))
    layout = noted(notes, 1600, 900)
    found = " ".join(run.text for run in layout.runs if run.role == "sheet-strong")
    chosen = {int(number) for number in re.findall(r"Event (\d+)", found)}
    labelled = {n for n in range(150) if n % 3 == 2}
    assert chosen == labelled or chosen < labelled or labelled < chosen
    assert "Event 2:" in found
    assert not any(n % 3 == 0 for n in chosen) or {n for n in range(150) if n % 3 == 1} <= chosen


def test_the_plot_stays_when_it_is_known_which_events_have_labels() -> None:
    notes = tuple(note(n) for n in range(90))
    first = noted(notes, 1600, 900)
    drawn = tuple(n._replace(drawn=LABELLED if n.row % 2 else COUNTED) for n in notes)
    again = lay_out(
        content(notes=drawn),
        1600,
        900,
        style_for("print"),
        FixedMeasure(6),
        note_rows=first.note_rows,
    )
    assert again.plot == first.plot


@settings(max_examples=60, deadline=None)
@given(
    st.integers(300, 2400),
    st.integers(200, 1400),
    st.sampled_from([100, 150, 200]),
    st.integers(0, 60),
    st.booleans(),
)
def test_a_sheet_around_a_plot_is_orderly_and_leaves_no_part_out(
    width: int, height: int, percent: int, count: int, paged: bool
) -> None:
    what = content(notes=tuple(note(n, documents=n % 5 + 1) for n in range(count)))
    measure = FixedMeasure(6.5 * percent / 100)
    layout = lay_out_around(what, (width, height), style_for("print", percent), measure, paged=paged)
    assert_orderly(layout, measure)
    assert (layout.plot.width, layout.plot.height) == (width, height)
    assert [key.kind for key in layout.keys] == list(KEYS["en"])
    assert layout.noted > 0 or not count


def test_the_most_important_notes_are_kept_in_date_order() -> None:
    ranks = (9, 2, 8, 1, 7, 0, 6, 5)
    notes = tuple(
        Note(rank + 10 * n, f"Rank {rank} of {n}", (Cited("", "", "", "", "A long publisher", "2015"),))
        for n in range(12)
        for rank in ranks
    )
    layout = noted(notes, 1000, 700)
    found = [heading.split(":")[0] for heading in heads(layout)]
    kept = sorted(notes, key=lambda note: note.rank)[: layout.noted]
    assert 0 < layout.noted < 96
    assert found == [note.head for note in notes if note in kept]


def test_with_pages_every_note_is_set_in_full() -> None:
    notes = tuple(note(n, documents=5) for n in range(40))
    layout = lay_out(content(notes=notes), 1123, 794, style_for("print"), FixedMeasure(6), paged=True)
    runs = [run for page in layout.pages for run in page]
    assert sum(run.text.startswith("Event ") for run in runs) == 40
    assert not any("…" in run.text for run in runs)
    assert sum("Joint" in run.text for run in runs) >= 200


def test_without_pages_there_are_none() -> None:
    layout = lay_out(
        content(notes=tuple(note(n) for n in range(99))), 800, 600, style_for("print"), FixedMeasure(6)
    )
    assert layout.pages == ()


def test_a_long_title_is_wrapped_and_then_cut() -> None:
    layout = lay_out(content(title="Talks and tests " * 40), 1600, 900, style_for("print"), FixedMeasure(6))
    titles = [run for run in layout.runs if run.role == "sheet-title"]
    assert len(titles) == 2
    assert titles[1].text.endswith("…")


def test_a_word_wider_than_a_line_is_broken_inside() -> None:
    lines = broken([("가" * 30, "sheet-text", "ink", "")], 70, FixedMeasure(7))
    assert ["".join(run.text for run in line) for line in lines] == ["가" * 5] * 6


def test_a_link_keeps_its_address_on_every_line() -> None:
    lines = broken([("one two three four", "sheet-source", "ink", "https://a.org")], 70, FixedMeasure(7))
    assert [[(run.text, run.href) for run in line] for line in lines] == [
        [("one two", "https://a.org")],
        [("three four", "https://a.org")],
    ]


def test_a_comma_never_begins_a_line() -> None:
    pieces = [("one two", "sheet-source", "ink", ""), (", three", "sheet-text", "ink", "")]
    lines = broken(pieces, 7 * 7, FixedMeasure(7))
    assert ["".join(run.text for run in line) for line in lines] == ["one", "two,", "three"]


def test_an_imprint_that_is_too_long_for_a_line_goes_on_in_a_second() -> None:
    imprint = "Inter-Korean relations, version 7.3, exported 24 Nov 2026 · CC-BY-4.0 · a chronicle of its own"
    layout = lay_out(content(imprint=imprint), 600, 800, style_for("print"), FixedMeasure(8))
    lines = [run for run in layout.runs if run.y > layout.footer.y]
    assert [run.text for run in lines[1:]] == [
        "Inter-Korean relations, version 7.3, exported 24 Nov 2026 · CC-BY-4.0",
        "· a chronicle of its own",
    ]
    assert layout.footer.bottom <= 800
