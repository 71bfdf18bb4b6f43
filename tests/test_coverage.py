"""docs/coverage.md is what scripts/coverage.py prints of the chronicle."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_coverage_shown_is_the_one_of_the_chronicle() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "coverage.py")]
    printed = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    shown = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert shown == printed, "print it again: scripts/coverage.py >docs/coverage.md"
