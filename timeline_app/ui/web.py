"""Opening a source in the browser, at the passage where that is known: the program's only way out."""

import logging
from urllib.parse import quote, urldefrag, urlsplit

from timeline_app.model.records import Excerpt, Source

SCHEMES = ("http", "https")
WORDS_MOST = 10  # a longer passage is named by its first and last words
WORDS_AT_EDGE = 4
PLAIN_HOSTS = ("undocs.org", "docs.un.org", "documents.un.org", "digitallibrary.un.org")  # viewers of PDFs
log = logging.getLogger(__name__)


def source_address(source: Source, excerpt: Excerpt | None = None) -> str:
    """The address of a source, with a text fragment for the first quoted words; empty without one."""
    url = source.url or source.archived or ""
    texts = excerpt.texts if excerpt is not None else ()
    if not url or not texts or not _shows_text(url):
        return url
    words = texts[0].exact.split()
    if not words:
        return url
    base, fragment = urldefrag(url)
    fragment = fragment.partition(":~:")[0]
    return f"{base}#{fragment}:~:text={_directive(words)}"


def open_source(source: Source, excerpt: Excerpt | None = None) -> bool:
    """Open a source in the browser; False if it has no http or https address or no browser answered."""
    return open_address(source_address(source, excerpt))


def open_address(url: str) -> bool:
    """Open an http or https address in the browser; anything else is refused."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme not in SCHEMES or not parts.netloc:
        return False
    import webbrowser  # brings subprocess and more, for what is done seldom

    try:
        # not QDesktopServices: QUrl turns %2D back into a hyphen, which ends a text directive's prefix
        return webbrowser.open(url)
    except (OSError, webbrowser.Error) as error:
        log.warning("no browser could be started for %s: %s", url, error)
        return False


def _shows_text(url: str) -> bool:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return not parts.path.casefold().endswith(".pdf") and host not in PLAIN_HOSTS


def _directive(words: list[str]) -> str:
    if len(words) <= WORDS_MOST:
        return _encoded(words)
    return f"{_encoded(words[:WORDS_AT_EDGE])},{_encoded(words[-WORDS_AT_EDGE:])}"


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
