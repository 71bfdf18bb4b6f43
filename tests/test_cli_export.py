"""The export command as a whole process: with no display, on good and on bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports import write_collection


@pytest.fixture
def export(tmp_path: Path, checkout: Path):  # type: ignore[no-untyped-def]
    """Run `main.py export` in an empty folder, beside a collection of one's own."""
    folder = tmp_path / "exports"
    folder.mkdir()
    data = write_collection(tmp_path)

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        env = {name: value for name, value in os.environ.items() if name not in hidden}
        command = [sys.executable, str(checkout / "main.py"), "export", "--data", str(data), *arguments]
        return subprocess.run(
            command, cwd=folder, env=env | variables, capture_output=True, text=True, check=False
        )

    run.folder = folder  # type: ignore[attr-defined]
    return run


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_each_format_is_written_without_a_display(export, suffix: str) -> None:  # type: ignore[no-untyped-def]
    done = export(f"out.{suffix}", "--size", "1600x900")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    head = (export.folder / f"out.{suffix}").read_bytes()[:60]
    assert {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-"}[suffix] in head


@pytest.mark.parametrize(
    "variables",
    [{"DISPLAY": ":97"}, {"DISPLAY": ":97", "QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "none"}],
)
def test_a_dead_display_does_not_matter(export, variables: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    done = export("out.png", "--size", "1600x900", **variables)
    assert (done.returncode, done.stderr) == (0, "")


def test_size_and_scale_give_the_pixels(export) -> None:  # type: ignore[no-untyped-def]
    assert export("out.png", "--size", "800x600", "--scale", "1.5").returncode == 0
    header = (export.folder / "out.png").read_bytes()
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1200, 900)


def test_a_scale_that_plays_no_part_is_said(export) -> None:  # type: ignore[no-untyped-def]
    for name in ("out.svg", "out.pdf"):
        done = export(name, "--scale", "2")
        assert done.returncode == 0
        assert done.stderr == f"timeline-app: {name}: --scale plays no part; only a PNG has pixels\n"


@pytest.mark.parametrize(
    ("name", "size", "sentence"),
    [
        ("out.png", "1000x700", "there is room for the source notes of 15 of 40 events; a larger sheet has"),
        (
            "out.svg",
            "640x480",
            "there is no room for the source notes; a larger sheet has more, a PDF has all",
        ),
        ("out.svg", "320x240", "there is no room for the legend, and there is no room for the source notes;"),
        ("out.pdf", "320x240", "there is no room for the legend; a larger sheet has more"),
    ],
)
def test_what_a_sheet_has_no_room_for_is_said(export, name: str, size: str, sentence: str) -> None:  # type: ignore[no-untyped-def]
    done = export(name, "--size", size)
    assert done.returncode == 0
    assert done.stderr.startswith(f"timeline-app: {name}: {sentence}")
    assert len(done.stderr.splitlines()) == 1
    assert (export.folder / name).exists()


def test_range_language_and_title_reach_the_sheet(export) -> None:  # type: ignore[no-untyped-def]
    done = export("out.svg", "--from", "2015-08", "--to", "2015-10", "--lang", "ko", "--title", "여름")
    assert done.returncode == 0, done.stderr
    svg = (export.folder / "out.svg").read_text(encoding="utf-8")
    assert "<title>여름</title>" in svg
    assert "남북관계, 2015년 8–10월" in svg


def test_nothing_to_draw_is_said_and_no_file_is_made(export) -> None:  # type: ignore[no-untyped-def]
    for options in (("--text", "nowhere"), ("--to", "1900")):
        done = export("out.png", *options)
        assert done.returncode == 1
        assert done.stderr.startswith("timeline-app: no event matches")
        assert len(done.stderr.splitlines()) == 1
    assert list(export.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "end"),
    [
        (("--text", "no where"), "; 40 would without --text 'no where'"),
        (("--to", "1900"), "; 40 would without --to 1900"),
        (("--from", "1900", "--to", "1901"), "; 40 would without --from 1900 --to 1901"),
        (
            ("--from", "1900", "--to", "1901", "--text", "zzqx"),
            "; some would only without all of --from 1900 --to 1901, --text zzqx",
        ),
    ],
)
def test_what_holds_everything_back_is_named(export, options: tuple[str, ...], end: str) -> None:  # type: ignore[no-untyped-def]
    done = export("out.png", *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(end + "\n")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("none/out.png",), "there is no folder none"),
        (("out.bmp",), "out.bmp: a picture ends in .png, .svg, .pdf"),
        ((".",), "a picture ends in"),
        (("out.png", "--size", "9000x9000", "--scale", "2"), "324 megapixels; 200 is the most"),
        (("out.png", "--size", "300x200"), "300x200 px is too small"),
        (("out.png", "--size", "0x0"), "0x0 px is too small; a sheet has at least 320x240 px"),
        (("out.pdf", "--size", "1x1"), "1x1 px is too small; a sheet has at least 320x240 px"),
        (("out.png", "--from", "2016", "--to", "2015"), "--from 2016 lies after --to 2015"),
        (("out.png", "--category", "wars"), "there is no category 'wars'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(export, arguments: tuple[str, ...], sentence: str) -> None:  # type: ignore[no-untyped-def]
    done = export(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(export.folder.iterdir()) == []


@pytest.mark.parametrize(
    "bounds", [["--to", "Y100000"], ["--from", "Y-170000002"], ["--to", "Y290000000000"]]
)
def test_a_range_that_no_picture_holds_is_wrong_usage(export, bounds: list[str]) -> None:  # type: ignore[no-untyped-def]
    done = export("out.svg", *bounds)
    assert done.returncode == 2
    assert "a picture holds 20,000 years at most; name a nearer --from and --to" in done.stderr
    assert not (export.folder / "out.svg").exists()


def test_a_collection_that_no_picture_holds_asks_for_a_range(export) -> None:  # type: ignore[no-untyped-def]
    events = [{"id": f"e{i}", "date": d, "title": {"en": "E"}} for i, d in enumerate(("Y-170000002", "2015"))]
    far = export.folder / "far.json"
    far.write_text(json.dumps({"events": events}))
    assert export("out.svg", "--data", str(far)).returncode == 2
    assert export("out.svg", "--data", str(far), "--from", "0001", "--to", "2020").returncode == 0
