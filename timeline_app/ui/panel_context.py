"""What every section of the event panel is given: the event, how to show it, and what one can do with it."""

from collections.abc import Callable

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.wording import date_in_words
from timeline_app.model.dataset import Dataset
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Event, Excerpt, Source
from timeline_app.ui.locator_words import locator_words
from timeline_app.ui.panel_look import Look


class Deeds(Struct, frozen=True):
    """What the sections ask of the panel."""

    select: Callable[[str], None]
    cite: Callable[[Source, Excerpt | None], None]
    quote: Callable[[Source, Excerpt], None]
    open: Callable[[Source, Excerpt | None], None]
    reveal: Callable[[str], None]  # the excerpt of a reference, among the sources
    point_at: Callable[[str], None]  # from now on the keys mean this excerpt


class Shown(Struct, frozen=True):
    """The event of the panel with its surroundings."""

    look: Look
    dataset: Dataset
    event: Event
    deeds: Deeds

    def actor(self, actor_id: str) -> str:
        """The name of an actor in the language of the window; the id of one that is not listed."""
        actor = self.dataset.actors.get(actor_id)
        return actor.name.in_language(self.look.language) if actor else actor_id

    def actors(self, actor_ids: tuple[str, ...]) -> list[str]:
        """Names in the order of the alphabet of the window's language."""
        return sorted((self.actor(actor_id) for actor_id in actor_ids), key=str.casefold)

    def person(self, name: str) -> str:
        """A name as the listed actor of that name is called in the language of the window."""
        return person_name(self.dataset, name, self.look.language)

    def locator(self, excerpt: Excerpt) -> str:
        """Where a passage stands in its source."""
        return locator_words(excerpt.locator, self.look.language)

    def date(self, text: str | None) -> str:
        """An EDTF text in words."""
        return date_in_words(parse_edtf(text), self.look.language) if text else ""

    def label(self, event: Event) -> str:
        """The short name of an event."""
        return (event.label or event.title).in_language(self.look.language)


def person_name(dataset: Dataset, name: str, language: str) -> str:
    """A name as the listed actor of that name is called in a language; any other name as it stands."""
    for actor in dataset.actors.values():
        if name in (actor.name.en, actor.name.ko):
            return actor.name.in_language(language)
    return name
