"""Which events are shown: OR inside a facet, AND across facets."""

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline_app.dates.overlap import has_gaps, may_overlap
from timeline_app.model.dataset import Dataset
from timeline_app.model.frozen import Struct, replace
from timeline_app.model.records import Event
from timeline_app.model.search import TextIndex

Mask = npt.NDArray[np.bool_]

CERTAINTIES = ("exact", "approximate")
NO_ACTOR = ""  # stands for events that name no actor
FACETS = ("categories", "actors", "certainty", "dispute")


class EventFilter(Struct, frozen=True):
    """A choice of events; ``None`` means no restriction, an empty set that nothing passes.

    ``start`` and ``end`` are civil seconds, half-open; an event passes if it may overlap them.
    """

    categories: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    certainty: frozenset[str] | None = None
    dispute: frozenset[str] | None = None
    text: str = ""
    start: int | None = None
    end: int | None = None

    def choosing(self, facet: str, values: frozenset[str] | None) -> "EventFilter":
        """The same filter with another choice in one facet."""
        choices: dict[str, Any] = {facet: values}
        return replace(self, **choices)

    def without(self, part: str) -> "EventFilter":
        """The same filter without one of its parts: a facet, ``text`` or ``dates``."""
        if part == "dates":
            return replace(self, start=None, end=None)
        return replace(self, text="") if part == "text" else self.choosing(part, None)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that restrict."""
        parts = [facet for facet in FACETS if getattr(self, facet) is not None]
        if self.start is not None or self.end is not None:
            parts.append("dates")
        if self.text.strip():
            parts.append("text")
        return tuple(parts)


class FilterEngine:
    """Answers filters over one dataset; masks of facets are kept, they do not change."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._value_masks = {facet: self._masks_of(facet) for facet in FACETS}
        self._values = {facet: self._values_of(facet) for facet in FACETS}
        self._nothing = np.zeros(len(dataset), dtype=np.bool_)
        self._texts = TextIndex(dataset)
        self._masks: dict[EventFilter, Mask] = {}
        self._unknown_start = np.array([date.unknown_start for date in dataset.dates], dtype=np.bool_)
        self._unknown_end = np.array([date.unknown_end for date in dataset.dates], dtype=np.bool_)

    @cached_property
    def _gapped(self) -> Mask:
        """Rows whose dates have gaps; a clock tells what the digits of its date leave open."""
        gapped = np.zeros(len(self._dataset), dtype=np.bool_)
        for row, date in enumerate(self._dataset.dates):
            if has_gaps(date) and (date.members or not self._dataset.events[row].clock):
                gapped[row] = True
        return gapped

    def _masks_of(self, facet: str) -> dict[str, Mask]:
        columns = self._dataset.columns
        if facet == "categories":
            return {c.id: columns.lane == lane for lane, c in enumerate(self._dataset.categories)}
        if facet == "certainty":
            return {"exact": columns.exact, "approximate": ~columns.exact}
        if facet == "dispute":
            return {"disputed": columns.disputed, "undisputed": ~columns.disputed}
        return self._masks_of_actors()

    def _masks_of_actors(self) -> dict[str, Mask]:
        """Rows of each actor, which include those of all actors that are part of it."""
        rows: dict[str, list[int]] = {}
        for row, event in enumerate(self._dataset.events):
            for actor_id in self._dataset.with_ancestors(event.actors) or [NO_ACTOR]:
                rows.setdefault(actor_id, []).append(row)
        masks = {}
        for actor_id, mine in rows.items():
            masks[actor_id] = np.zeros(len(self._dataset), dtype=np.bool_)
            masks[actor_id][mine] = True
        return masks

    def _values_of(self, facet: str) -> tuple[str, ...]:
        masks = self._value_masks[facet]
        if facet != "actors":
            return tuple(masks)
        actors = self._dataset.actors
        roots = [i for i in masks if i == NO_ACTOR or actors[i].part_of not in actors]
        return tuple(sorted(roots, key=lambda i: (i == NO_ACTOR, -int(masks[i].sum()), i)))

    def mask(self, choice: EventFilter) -> Mask:
        """Which rows pass; the array is shared and must not be changed."""
        if choice not in self._masks:
            if len(self._masks) > 64:
                self._masks.clear()
            self._masks[choice] = self._evaluate(choice)
        return self._masks[choice]

    def _evaluate(self, choice: EventFilter) -> Mask:
        mask = np.ones(len(self._dataset), dtype=np.bool_)
        for facet in FACETS:
            chosen = getattr(choice, facet)
            if chosen is not None:
                mask &= self._any_of(facet, chosen)
        columns = self._dataset.columns
        if choice.start is not None:
            mask &= (columns.end > choice.start) | self._unknown_end
        if choice.end is not None:
            mask &= (columns.start < choice.end) | self._unknown_start
        if choice.text.strip():
            mask &= self._texts.matching(choice.text)
        if choice.start is not None or choice.end is not None:
            self._keep_what_overlaps(mask, choice.start, choice.end)
        return mask

    def _keep_what_overlaps(self, mask: Mask, start: int | None, end: int | None) -> None:
        """Take out the dates with gaps that cannot overlap the stretch, though their bounds do."""
        for row in np.flatnonzero(mask & self._gapped).tolist():
            mask[row] = may_overlap(self._dataset.dates[row], start, end)

    def _any_of(self, facet: str, chosen: frozenset[str]) -> Mask:
        mask = self._nothing.copy()
        for value in chosen:
            mask |= self._value_masks[facet].get(value, self._nothing)
        return mask

    def values(self, facet: str) -> tuple[str, ...]:
        """The values a facet offers; of actors those that are part of no other, most frequent first."""
        return self._values[facet]

    def facets(self, choice: EventFilter, start: float, end: float) -> dict[str, dict[str, int]]:
        """For each facet the events of each value in a stretch of time, with all other parts applied."""
        visible = self._dataset.columns.meets(start, end)
        counts: dict[str, dict[str, int]] = {}
        for facet in FACETS:
            others = self.mask(choice.without(facet)) & visible
            counts[facet] = {
                value: int(np.count_nonzero(others & self._value_masks[facet][value]))
                for value in self.values(facet)
            }
        return counts

    def count(self, choice: EventFilter, start: float | None = None, end: float | None = None) -> int:
        """How many events pass, in the whole collection or in a stretch of time."""
        mask = self.mask(choice)
        if start is not None and end is not None:
            mask = mask & self._dataset.columns.meets(start, end)
        return int(np.count_nonzero(mask))

    def matching(self, choice: EventFilter) -> tuple[Event, ...]:
        """The events that pass, in date order."""
        return tuple(self._dataset.events[row] for row in np.flatnonzero(self.mask(choice)).tolist())
