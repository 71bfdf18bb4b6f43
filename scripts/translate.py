"""Bring the Korean translation up to date: collect the window's texts, then compile what is translated.

``python scripts/translate.py`` rewrites resources/translations/timeline_ko.ts (edit it by hand or in Qt
Linguist) and timeline_ko.qm, which the program loads.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "timeline_ko.ts"


def tool(name: str) -> str:
    """A Qt tool beside the interpreter that runs this script."""
    return str(Path(sys.executable).with_name(name))


def main() -> int:
    """Update the catalogue, then compile it; the answer is the exit code of the first tool that fails."""
    sources = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "timeline_app" / "ui").glob("*.py"))
    catalogue = str(CATALOGUE.relative_to(ROOT))
    update = [tool("pyside6-lupdate"), "-locations", "none", "-no-obsolete", *sources, "-ts", catalogue]
    compiled = str(CATALOGUE.with_suffix(".qm").relative_to(ROOT))
    release = [tool("pyside6-lrelease"), catalogue, "-qm", compiled]
    for command in (update, release):
        code = subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603  # our own tools
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
