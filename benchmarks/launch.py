"""From the start of the process to the first frame that holds event glyphs.

    python benchmarks/launch.py [--rounds 15] [--json]

The measure is an empty QMainWindow whose process imports numpy and msgspec, too. Both are timed from
outside, from spawn to exit, in turns. The settings are empty except that the first-run hints were seen.
"""

import argparse
import sys
from functools import partial

from measure import (
    CHILDREN,
    alternate,
    ensure_display,
    median,
    print_json,
    print_table,
    quiet_home,
    times,
    verdict,
    whole_process,
)

GOAL = 2.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="a JSON object as the last line")
    args = parser.parse_args()
    display = ensure_display()
    environment = quiet_home()

    def job(child: str) -> float:
        return whole_process([sys.executable, str(CHILDREN / f"{child}.py")], environment)

    found = alternate({name: partial(job, name) for name in ("empty", "timeline")}, args.rounds)
    floor = median(found["empty"])
    ratio = median(found["timeline"]) / floor
    in_pairs = median([t / e for t, e in zip(found["timeline"], found["empty"], strict=True)])
    print(f"Launch to the first frame, {args.rounds} rounds in turns, on {display}\n")
    print_table(
        ("process", "median", "of the empty window"),
        [
            ("empty QMainWindow, numpy, msgspec", f"{floor:.0f} ms", times(1.0)),
            ("timeline, first frame with glyphs", f"{median(found['timeline']):.0f} ms", times(ratio)),
        ],
    )
    print(f"\nRound by round {times(in_pairs)}. The timeline {verdict(ratio, GOAL)}.")
    if args.json:
        print_json(
            ratio=ratio, in_pairs=in_pairs, goal=GOAL, rounds=args.rounds, empty_ms=floor, display=display
        )


if __name__ == "__main__":
    main()
