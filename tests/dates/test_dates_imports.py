"""Start-up: what the dates package may load."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("module", ["calendar", "span", "edtf", "wording", "typed", "zones"])
def test_a_module_loads_neither_zones_nor_dateutil(module):
    script = (
        f"import timeline_app.dates.{module}, sys;"
        "print([name for name in ('dateutil', 'zoneinfo', 'numpy', 'PySide6') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert result.stdout.strip() == "[]"
