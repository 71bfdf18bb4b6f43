"""Entry point of `timeline-app`, `timeline-cli`, `python -m timeline_app` and `main.py`."""

import sys


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036  # a checkout can be started with any Python
        print("timeline-app: Python 3.11 or newer is needed; scripts/run finds one.", file=sys.stderr)
        return 69
    from timeline_app.app import main as start

    return start(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
