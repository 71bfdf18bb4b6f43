"""Where the keyboard focus goes: from one visible event to the next, without a mouse."""

from timeline_app.layout.marks import glyph_x, is_in_plot
from timeline_app.layout.scene import Scene

Stop = tuple[int, int, float, float]  # lane, first row, scene x, y


def stops(scene: Scene) -> list[Stop]:
    """Every mark and pill of which something is in the plot, in order of lane, x and y."""
    left, _, right, _ = scene.plot
    found: list[Stop] = []
    for placed in scene.lanes:
        for mark in placed.marks:
            if is_in_plot(mark, scene.window):
                x = min(max(glyph_x(mark, scene.window), left), right)
                found.append((mark.lane, mark.row, x, mark.y))
        for pill in placed.pills:
            if left <= pill.x + scene.offset <= right:
                found.append((pill.lane, pill.rows[0], pill.x + scene.offset, pill.y))
    return sorted(found, key=lambda stop: (stop[0], stop[2], stop[3]))


def first_stop(scene: Scene) -> int | None:
    """The row of the leftmost visible event of all lanes, or None."""
    found = stops(scene)
    return min(found, key=lambda stop: stop[2])[1] if found else None


def step_in_lane(scene: Scene, row: int, step: int) -> int | None:
    """The row of the previous (-1) or next (1) stop in the lane of ``row``; None at the end."""
    found = stops(scene)
    here = _position(found, scene, row)
    if here is None:
        return first_stop(scene)
    there = here + step
    if 0 <= there < len(found) and found[there][0] == found[here][0]:
        return found[there][1]
    return None


def step_to_lane(scene: Scene, row: int, step: int) -> int | None:
    """The row of the stop nearest in x in the next lane above (-1) or below (1) that has one."""
    found = stops(scene)
    here = _position(found, scene, row)
    if here is None:
        return first_stop(scene)
    lane, _, x, _ = found[here]
    lanes = sorted({stop[0] for stop in found if (stop[0] - lane) * step > 0}, reverse=step < 0)
    if not lanes:
        return None
    return min((stop for stop in found if stop[0] == lanes[0]), key=lambda stop: abs(stop[2] - x))[1]


def _position(found: list[Stop], scene: Scene, row: int) -> int | None:
    for position, stop in enumerate(found):
        if stop[1] == row:
            return position
    for placed in scene.lanes:
        for pill in placed.pills:
            if row in pill.rows:
                return next((p for p, stop in enumerate(found) if stop[1] == pill.rows[0]), None)
    return None
