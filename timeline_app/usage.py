"""What `--help` prints; the standard library only, so that it appears at once and without Qt."""

PROGRAM = "timeline-app"
COMMANDS = ("list", "show", "export", "check", "fmt")

USAGE = """\
Inter-Korean relations timeline: a sourced chronicle on a zoomable time axis.

usage:
  main.py [PATH] [--event ID] [VIEW]    the window, on the chronicle or on a collection of your own
  main.py list   [VIEW] [--format text|json|csv]       events in date order
  main.py show   EVENT_ID [--format text|json]
  main.py export OUT.png|.svg|.pdf [VIEW] [--size 1600x900] [--scale 2]
                 [--theme light|dark|print] [--title TEXT]      a picture; needs no screen;
                                                                --size is the whole sheet, --scale is for PNG
  main.py check  [PATH] [--texts FOLDER] [--format text|json]   every problem of a collection
  main.py fmt    [PATH] [--check]                      put a collection's files into one form
  main.py --help | --version

VIEW, what is shown; each may be left out:
  --data PATH             another collection: a folder or one JSON file
  --from DATE --to DATE   from the earliest day of one date to the latest of the other:
                          2015, 2015-08, 2015-08-25, "Aug 2015", "2015년 8월"
  --category ID           only this category; may be repeated
  --actor ID              only events with this actor or a part of it; may be repeated
  --text QUERY            only events whose texts hold these words, English or Korean
  --lang en|ko            language of the texts

Installed, the same program is called timeline-app, and timeline-cli on the command line of Windows.
Exit codes: 0 fine, 1 faults in data, 2 wrong usage, 69 no display or a system library is missing,
70 a fault of the program (its log file then has the details).
"""


class UsageError(Exception):
    """What was typed cannot be done; the message is one sentence."""
