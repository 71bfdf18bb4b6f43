"""Tables, lists and shares as the pages of docs/ print them."""

from collections.abc import Collection, Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]], texts: Collection[int] = (0,)) -> str:
    """A Markdown table; all columns but ``texts`` hold numbers."""
    lines = [head, ["---" if n in texts else "--:" for n in range(len(head))], *rows]
    return "\n".join(f"| {' | '.join(str(cell).replace('|', '/') for cell in line)} |" for line in lines)


def bullets(lines: Iterable[str]) -> str:
    """A list, or that there is nothing in it."""
    return "\n".join(f"- {line}" for line in lines) or "None."


def share(part: int, whole: int) -> str:
    """Part of whole in per cent."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def with_share(part: int, whole: int) -> str:
    """A number and, unless it is none, its share of the whole."""
    return f"{part} ({share(part, whole)})" if part else "0"


def runs(years: Iterable[int]) -> str:
    """Years in order, with neighbours joined: ``1945–1947, 1950``."""
    found: list[list[int]] = []
    for year in years:
        if found and year == found[-1][-1] + 1:
            found[-1][1:] = [year]
        else:
            found.append([year])
    return ", ".join("–".join(map(str, run)) for run in found) or "none"
