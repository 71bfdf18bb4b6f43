"""`list` as a whole process, against a process that imports numpy and msgspec.

python benchmarks/list.py [--rounds 15] [--json]
"""

import argparse
import sys
from functools import partial

from measure import (
    CHILDREN,
    alternate,
    median,
    print_json,
    print_table,
    quiet_home,
    times,
    verdict,
    whole_process,
)

GOAL = 3.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="a JSON object as the last line")
    args = parser.parse_args()
    environment = quiet_home()
    program = [sys.executable, "-m", "timeline_app", "list"]
    commands = {
        "imports": [sys.executable, str(CHILDREN / "imports.py")],
        "list": program,
        "list --format json": [*program, "--format", "json"],
    }
    found = alternate(
        {name: partial(whole_process, command, environment) for name, command in commands.items()},
        args.rounds,
    )
    floor = median(found["imports"])
    ratios = {name: median(found[name]) / floor for name in commands}
    print(f"Whole processes, {args.rounds} rounds in turns\n")
    print_table(
        ("process", "median", "of the imports"),
        [(name, f"{median(found[name]):.0f} ms", times(ratios[name])) for name in commands],
    )
    print(f"\n`list` {verdict(ratios['list'], GOAL)}.")
    if args.json:
        print_json(
            ratio=ratios["list"],
            json_ratio=ratios["list --format json"],
            goal=GOAL,
            rounds=args.rounds,
            imports_ms=floor,
        )


if __name__ == "__main__":
    main()
