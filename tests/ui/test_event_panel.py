"""The event panel: what it shows of an event, and where its keys and buttons lead."""

import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panel_samples import EVENTS, library
from tests.ui.window_samples import IGNORED, collection_record
from tests.ui.window_samples import Bench as PlainBench
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState
from timeline_app.ui.event_panel import EventPanel
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.panel_readings import ReadingCell
from timeline_app.ui.panel_related import EventRow
from timeline_app.ui.panel_sources import ExcerptRow
from timeline_app.ui.panel_text import Words
from timeline_app.ui.store import ViewStore
from timeline_app.ui.tab_order import stops_of

pytestmark = pytest.mark.qt_log_ignore(IGNORED)

Shown = TypeVar("Shown", bound=QWidget)
AGREEMENT = "2015-08-25-agreement"


class Bench:
    """A panel with its store."""

    def __init__(self, qtbot: QtBot, **state: object) -> None:
        view = ViewState(start=63_000_000_000.0, width=1e9, selected=AGREEMENT, **state)  # type: ignore[arg-type]
        self.store = ViewStore(view)
        self.library = library()
        self.navigator = Navigator(self.store, self.library)
        self.navigator.reduced_motion = True
        self.panel = EventPanel(self.store, self.library, self.navigator)
        self.store.changed.connect(self.panel.show_state)
        qtbot.addWidget(self.panel)
        self.panel.resize(384, 900)
        self.panel.show()

    def texts(self) -> list[str]:
        return [words.plain() for words in self.alive(Words)]

    def text(self) -> str:
        return "\n".join(self.texts())

    def alive(self, kind: type[Shown]) -> list[Shown]:
        """What can be seen or scrolled to, from top to bottom."""
        for _ in range(3):
            QGuiApplication.processEvents()
        found = [widget for widget in self.panel.findChildren(kind) if widget.isVisible()]
        places = [widget.mapTo(self.panel, QPoint()) for widget in found]
        order = sorted(range(len(found)), key=lambda at: (places[at].y(), places[at].x()))
        return [found[at] for at in order]

    def rows(self) -> list[EventRow]:
        return [row for row in self.alive(EventRow) if row.lead.mark.isdigit()]

    def excerpt(self, number: str) -> ExcerptRow:
        return next(row for row in self.alive(ExcerptRow) if row.excerpt.id == number)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    yield opened


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# -- what is shown


def test_the_head_gives_title_date_certainty_place_actors_and_summary(bench: Bench) -> None:
    texts = bench.texts()
    assert texts[1:5] == ["August agreement", "8·25 합의", "25 August 2015  exact day", "00:55  Seoul"]
    assert "Panmunjom  판문점" in texts
    assert "Initiator: North Korea, South Korea" in texts
    assert "Also called Panmunjom deal 판문점 합의 (the press)" in texts
    assert "Talks end with regret." in texts


def test_korean_swaps_the_pair_of_titles(qtbot: QtBot) -> None:
    assert Bench(qtbot, language="ko").texts()[1:3] == ["8·25 합의", "August agreement"]


def test_the_clocks_open_on_demand_and_show_pyongyang_half_an_hour_behind(bench: Bench) -> None:
    assert "00:25" not in bench.text()
    button = next(b for b in bench.panel.findChildren(QWidget) if b.property("text") == "Clocks")
    button.click()  # type: ignore[attr-defined]
    assert "00:25" in bench.text()
    assert "24 Aug 2015" in bench.text()  # Washington and UTC


def test_readings_stand_in_the_order_in_which_they_were_said(bench: Bench) -> None:
    cells = bench.alive(ReadingCell)
    assert [cell.reading.party for cell in cells] == ["south-korea", "north-korea"]
    assert "Shown side by side. The timeline takes no side." in bench.texts()


def test_only_words_of_a_source_stand_in_quotation_marks(bench: Bench) -> None:
    quoted, paraphrased = (cell.plain() for cell in bench.alive(ReadingCell))
    assert "“apology”" in quoted
    assert "“" not in paraphrased
    assert "Sympathy only." in paraphrased


def test_two_readings_are_equally_wide(bench: Bench) -> None:
    first, second = bench.alive(ReadingCell)
    assert abs(first.width() - second.width()) <= 1


def test_figures_name_who_claims_them(bench: Bench) -> None:
    text = bench.text()
    assert "wounded\n2" in text
    assert "South Korea\n4 Aug 2015 · AsiaOne · ¶ 8" in text
    assert "112–19–50" in text
    assert "General Assembly\n19 Nov 2015" in text


def test_a_document_has_its_own_title_publisher_date_and_kind(bench: Bench) -> None:
    texts = bench.texts()
    assert "남북 공동보도문" in texts
    assert "통일부 · 25 Aug 2015 · agreement, the text itself" in texts
    assert "AFP, via AsiaOne · 20 Nov 2015 · press" in texts


def test_documents_of_readings_are_among_the_sources(bench: Bench) -> None:
    assert "4 excerpts" in bench.texts()
    assert [row.excerpt.id for row in bench.alive(ExcerptRow)] == ["1", "2", "8", "9"]


def test_an_excerpt_says_who_spoke_to_whom_and_how_the_words_came(bench: Bench) -> None:
    text = bench.excerpt("2").plain()
    assert (
        "speaks: Kim Kwan-jin, Chief of the National Security Office · to Hwang Pyong So · "
        "televised briefing · published by the speaker"
    ) in text


def test_original_and_translation_are_apart_and_each_says_whether_it_was_checked(bench: Bench) -> None:
    lines = [line.replace("\ufffc", "").strip() for line in bench.excerpt("2").plain().split("\n")]
    assert lines[1:5] == [
        "“유감을 표명하였다”  Korean, original".replace("\xa0", " "),
        "checked 24 Nov 2026 in a copy of the source",
        "“expressed regret”  English, translated by KCNA",
        "not verified",
    ]


def test_markup_in_a_record_is_shown_and_not_obeyed(bench: Bench) -> None:
    assert "The North voiced <b>regret</b>." in bench.excerpt("2").plain()


def test_what_all_excerpts_of_a_document_share_is_said_once(bench: Bench) -> None:
    assert bench.text().count("reported by the press") == 1


def test_relations_have_the_numbers_of_the_canvas_and_their_verbs(bench: Bench) -> None:
    assert [(row.lead.mark, row.lead.verb, row.lead.name, row.lead.date) for row in bench.rows()] == [
        ("1", "settles", "Mine blasts", "4 Aug"),
        ("2", "preceded", "Shells", "20 Aug"),
        ("3", "followed by", "Vice-minister talks", "11 Dec"),
    ]


def test_a_relation_names_its_basis(bench: Bench) -> None:
    assert bench.rows()[0].lead.note == "according to 통일부, ¶ 2"


def test_a_claim_without_a_basis_is_only_an_order_in_time(bench: Bench) -> None:
    bench.store.replace(bench.store.state.select("2015-08-04-mines"))
    row = bench.rows()[0]
    assert (row.lead.verb, row.lead.note) == ("followed", "16 days later")


def test_a_series_says_how_far_it_is_complete(bench: Bench) -> None:
    assert "Complete from Aug 2015 to Jan 2016, against the ministry’s list." in bench.text()
    assert "1 of 2" in bench.text()


def test_the_dating_closes_the_panel(bench: Bench) -> None:
    assert bench.texts()[-2:] == ["How this was dated  날짜 근거", "Dated by its text."]


def test_nothing_is_wider_than_the_panel(qtbot: QtBot) -> None:
    bench = Bench(qtbot, text_percent=200)
    qtbot.wait(1)
    body = bench.panel.findChild(QWidget, "panelBody")
    assert body is not None
    assert body.width() <= 384
    assert all(words.width() <= 384 for words in bench.alive(Words))


def test_without_a_selection_the_panel_says_what_to_do(bench: Bench) -> None:
    bench.store.replace(bench.store.state.select(None))
    body = bench.panel.findChild(QScrollArea).widget()
    hints = [label.text() for label in body.findChildren(QLabel)]
    assert hints == ["Click an event to read what its sources say."]
    assert bench.panel.current_event() is None


# -- when it is built anew


def test_a_pan_leaves_the_panel_alone(bench: Bench) -> None:
    before = bench.panel.sources
    bench.store.replace(bench.store.state.pan(86_400))
    assert bench.panel.sources is before


def test_a_change_of_language_builds_it_anew(bench: Bench) -> None:
    bench.store.replace(replace(bench.store.state, language="ko"))
    assert bench.texts()[1] == "8·25 합의"


def test_a_new_translator_builds_it_anew(bench: Bench) -> None:
    before = bench.panel.sources
    QGuiApplication.sendEvent(bench.panel, QEvent(QEvent.Type.LanguageChange))
    assert bench.panel.sources is not before


def test_an_event_with_many_excerpts_is_completed_a_moment_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.panel_body.EXCERPTS_AT_ONCE", 1)
    bench = Bench(qtbot)
    assert bench.panel.readings is not None
    qtbot.waitUntil(lambda: bench.panel.sources is not None)
    assert len(bench.rows()) == 3


# -- where it leads


def test_a_number_follows_its_relation(bench: Bench) -> None:
    bench.panel.follow(3)
    assert bench.store.state.selected == "2015-12-11-talks"


def test_a_number_without_a_relation_does_nothing(bench: Bench) -> None:
    bench.panel.follow(9)
    bench.panel.follow(0)
    assert bench.store.state.selected == AGREEMENT


def test_a_click_on_a_relation_follows_it(bench: Bench, qtbot: QtBot) -> None:
    qtbot.mouseClick(bench.rows()[0], Qt.MouseButton.LeftButton)
    assert bench.store.state.selected == "2015-08-04-mines"


def test_next_stays_in_the_lane_and_within_the_filter(bench: Bench) -> None:
    bar = bench.panel._bar
    assert bar is not None
    assert (bar.previous.isEnabled(), bar.next.isEnabled()) == (False, True)
    bench.store.replace(bench.store.state.with_filter(EventFilter(text="August")))
    assert not bar.next.isEnabled()
    bench.store.replace(bench.store.state.with_filter(EventFilter()))
    bar.next.click()
    assert bench.store.state.selected == "2015-12-11-talks"


def test_close_asks_the_window(bench: Bench, qtbot: QtBot) -> None:
    bar = bench.panel._bar
    assert bar is not None
    with qtbot.waitSignal(bench.panel.closed):
        bar.close_button.click()


def test_the_quotation_is_that_of_the_focused_excerpt(bench: Bench) -> None:
    bench.excerpt("8").setFocus()
    bench.panel.copy_quotation()
    assert clipboard().startswith("“apology”. AsiaOne. N Korea offers talks. 20 November 2015, AFP, ¶ 8.")


def test_without_focus_the_first_words_are_copied_original_and_translation(bench: Bench) -> None:
    bench.panel.copy_quotation()
    first, second = clipboard().split("\n")
    assert first.startswith("“유감을 표명하였다” — Kim Kwan-jin, Chief of the National Security Office.")
    assert second.startswith("“expressed regret” (translated by KCNA, not verified) — Kim Kwan-jin")


def test_enter_on_an_excerpt_copies_it(bench: Bench, qtbot: QtBot) -> None:
    qtbot.keyClick(bench.excerpt("9"), Qt.Key.Key_Return)
    assert clipboard().startswith("The North disagreed (summary, not a quotation). AsiaOne.")


def test_the_copy_button_appears_with_the_focus(bench: Bench) -> None:
    row = bench.excerpt("8")
    row.setFocus()
    assert row.copy_button().isVisible()
    row.copy_button().click()
    assert clipboard().startswith("“apology”")


def test_the_citation_is_that_of_the_first_source_in_both_forms(bench: Bench) -> None:
    bench.panel.copy_citation()
    assert clipboard().startswith("통일부. 남북 공동보도문. 25 August 2015.")
    assert "<i>남북 공동보도문</i>" in QGuiApplication.clipboard().mimeData().html()


def test_open_source_goes_to_the_passage_with_the_focus(bench: Bench, browser: list[str]) -> None:
    bench.panel.open_source()
    bench.excerpt("8").setFocus()
    bench.panel.open_source()
    assert browser[1] == "https://example.org/article#:~:text=apology"
    assert browser[0].startswith("https://example.org/joint")


def test_the_dispute_key_goes_to_the_readings(bench: Bench, qtbot: QtBot) -> None:
    bench.panel.jump_to_dispute()
    qtbot.waitUntil(lambda: bench.panel.focusWidget() is bench.alive(ReadingCell)[0])


def test_the_dispute_key_finds_the_next_disputed_event(bench: Bench, qtbot: QtBot) -> None:
    bench.store.replace(bench.store.state.select("2015-12-11-talks"))
    bench.panel.jump_to_dispute()
    assert bench.store.state.selected == AGREEMENT
    qtbot.waitUntil(lambda: bench.panel.focusWidget() is bench.alive(ReadingCell)[0])


def test_without_a_selection_the_dispute_key_prefers_the_middle_of_the_view(
    qtbot: QtBot, tmp_path: Path
) -> None:
    record = collection_record()
    deal = next(event for event in record["events"] if event["id"] == "deal")
    for name in ("summit", "contest", "loudspeakers"):
        next(event for event in record["events"] if event["id"] == name)["readings"] = deal["readings"]
    bench = PlainBench(tmp_path, record)
    panel = EventPanel(bench.store, bench.library, bench.navigator)
    qtbot.addWidget(panel)
    for start, end, found in (
        ("2015-08-01", "2015-12-31", "contest"),
        ("2015-08-10", "2015-09-01", "deal"),
        ("2016-02-01", "2016-03-01", "loudspeakers"),
        ("2008-01-01", "2008-02-01", "summit"),
    ):
        bench.store.replace(bench.state.select(None))
        bench.show(start, end)
        panel.jump_to_dispute()
        assert bench.state.selected == found


def test_a_reading_leads_to_its_passage(bench: Bench, qtbot: QtBot) -> None:
    qtbot.keyClick(bench.alive(ReadingCell)[0], Qt.Key.Key_Return)
    assert bench.panel.focusWidget() is bench.excerpt("8")


def test_a_hit_in_an_excerpt_is_shown(bench: Bench, qtbot: QtBot) -> None:
    bench.panel.setFocus()
    bench.panel.show_excerpt("article#9")
    qtbot.waitUntil(lambda: bench.excerpt("9").is_marked)
    assert bench.panel.hasFocus()
    plain = bench.excerpt("8").grab().toImage()
    assert bench.excerpt("9").grab().toImage().pixel(1, 20) != plain.pixel(1, 20)
    bench.excerpt("8").setFocus()
    assert not bench.excerpt("9").is_marked


def test_words_become_selectable_under_the_focus(bench: Bench) -> None:
    row = bench.excerpt("8")
    row.become_label()
    label = row._label
    assert label is not None
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert label.height() == row.height() - 2 * row._pad


def test_the_menu_offers_to_open_only_a_source_with_an_address(bench: Bench) -> None:
    row = bench.excerpt("2")
    for url, offered in (("https://example.org/joint", True), (None, False)):
        row.source = replace(row.source, url=url)
        spot = QPoint(5, 5)
        row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, row.mapToGlobal(spot)))
        menu = row.findChildren(QMenu)[-1]
        assert menu.actions()[-1].isEnabled() is offered
        menu.close()


def test_selectable_words_are_no_further_stop_of_the_tab_key(bench: Bench) -> None:
    before = stops_of(bench.panel)
    for words in bench.alive(Words):
        words.become_label()
    assert stops_of(bench.panel) == before


def test_every_event_of_the_sample_can_be_shown(bench: Bench) -> None:
    for event in EVENTS:
        bench.store.replace(bench.store.state.select(event.id))
        assert bench.texts()[1] == event.title.en


def test_a_click_on_the_words_means_their_passage(bench: Bench, qtbot: QtBot) -> None:
    row = bench.excerpt("8")
    row.become_label()
    assert row._label is not None
    row._label.setFocus()
    bench.panel.copy_citation()
    assert clipboard().startswith("AsiaOne. N Korea offers talks. 20 November 2015, AFP, ¶ 8.")


def test_persons_are_named_in_the_language_of_the_window(qtbot: QtBot) -> None:
    bench = Bench(qtbot, language="ko")
    assert "김관진, 국가안보실장" in bench.excerpt("2").plain()


def test_a_quotation_names_speaker_and_passage_in_the_language_of_the_window(qtbot: QtBot) -> None:
    bench = Bench(qtbot, language="ko")
    bench.excerpt("2").enter()
    assert "” — 김관진, 국가안보실장. " in clipboard()
