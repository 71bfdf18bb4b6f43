"""Start the timeline from a checkout: `python main.py`, with the arguments of `timeline-app`."""

from timeline_app.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
