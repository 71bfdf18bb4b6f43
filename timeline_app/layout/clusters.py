"""Merge neighbours of the bottom row into pills until nothing in it touches."""

from collections.abc import Iterable

from timeline_app.layout.marks import pill_sizes
from timeline_app.layout.style import Style
from timeline_app.model.frozen import Struct

PILL_GAP_PX = 15  # glyphs nearer than this become a pill
GAP_PX = 4
EDGE_PX = 9  # a glyph nearer to the edge of a tile might touch one of the next


class Cluster(Struct):
    """Events of the bottom row that are shown as one: a glyph if it is a single one, else a pill."""

    rows: list[int]
    sum_x: int
    x0: int  # of the bounds
    x1: int
    half: float  # of the glyph
    left: float = 0.0  # of what is drawn, set while gathering
    right: float = 0.0


class BottomRow:
    """The bottom row of a tile from ``left`` to ``right``."""

    def __init__(self, left: int, right: int, style: Style) -> None:
        self._left = left
        self._right = right
        self._pad, self._digit = pill_sizes(style)

    def gather(self, clusters: Iterable[Cluster]) -> list[Cluster]:
        """Clusters that do not touch each other, from left to right; the given ones are used up."""
        groups: list[Cluster] = []
        for cluster in sorted(clusters, key=_middle):
            rows = cluster.rows
            if len(rows) == 1:
                cluster.left, cluster.right = cluster.sum_x - cluster.half, cluster.sum_x + cluster.half
            else:
                self._set_extent(cluster)
            while groups and _touch(groups[-1], cluster):
                before = groups.pop()
                self._join(before, cluster)
                cluster = before
            groups.append(cluster)
        while len(groups) > 1 and (self._at_edge(groups[0]) or _touch(groups[0], groups[1])):
            self._join(groups[0], groups.pop(1))
        while len(groups) > 1 and (self._at_edge(groups[-1]) or _touch(groups[-2], groups[-1])):
            self._join(groups[-2], groups.pop())
        return groups

    def pill_box(self, cluster: Cluster) -> tuple[int, int]:
        """Middle and width of a pill, moved inside the tile."""
        width = self._pad + self._digit * len(str(len(cluster.rows)))
        inset = width // 2 + 3
        middle = round(cluster.sum_x / len(cluster.rows))
        return min(max(middle, self._left + inset), self._right - inset), width

    def _set_extent(self, cluster: Cluster) -> None:
        """What the pill of a cluster takes."""
        x, width = self.pill_box(cluster)
        cluster.left, cluster.right = x - width / 2, x + width / 2

    def _join(self, into: Cluster, other: Cluster) -> None:
        into.rows += other.rows
        into.sum_x += other.sum_x
        if other.x0 < into.x0:
            into.x0 = other.x0
        if other.x1 > into.x1:
            into.x1 = other.x1
        self._set_extent(into)

    def _at_edge(self, cluster: Cluster) -> bool:
        if len(cluster.rows) > 1:
            return False
        return cluster.sum_x < self._left + EDGE_PX or cluster.sum_x > self._right - EDGE_PX


def _middle(cluster: Cluster) -> float:
    return cluster.sum_x / len(cluster.rows)


def _touch(before: Cluster, after: Cluster) -> bool:
    if after.left - before.right < GAP_PX:
        return True
    return after.sum_x - before.sum_x < PILL_GAP_PX and len(before.rows) == len(after.rows) == 1
