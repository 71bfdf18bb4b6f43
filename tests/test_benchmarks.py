"""The benchmarks run, and their last line can be read by a program; what they measure is not judged here."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def last_line(script: str, *options: str) -> Any:
    """The JSON at the end of a benchmark's output."""
    command = [sys.executable, str(BENCHMARKS / script), *options, "--json"]
    done = subprocess.run(command, env=OFFSCREEN, capture_output=True, text=True, check=True, timeout=300)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("script", ["launch.py", "list.py"])
def test_a_benchmark_of_processes_ends_with_its_ratio(script: str) -> None:
    assert last_line(script, "--rounds", "1")["ratio"] > 0


def test_the_benchmark_of_frames_ends_with_its_ratios() -> None:
    found = last_line("frames.py", "--quick")
    assert set(found["sweeps"]) == {"canvas_pan_first", "canvas_zoom_first"}
    assert found["p95"] >= found["median"] > 0


def test_a_generated_collection_is_read_whole() -> None:
    assert last_line("frames.py", "--quick", "--events", "500")["events"] == 500
