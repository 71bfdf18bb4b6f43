"""Rules about the links between events."""

from collections.abc import Iterator

from timeline_app.files.chronicle import Chronicle
from timeline_app.files.locate import Finding

BACK = {"follows", "answers", "reverses", "context"}  # what the later event would say of a cause


def stored_on_the_right_event(chronicle: Chronicle) -> Iterator[Finding]:
    """A relation stands on the later of its two events, ``led-to`` on the earlier."""
    for event in chronicle.collection.events:
        for index, relation in enumerate(event.relations):
            other = chronicle.events[relation.to]
            here, there = chronicle.first_second(event.date), chronicle.first_second(other.date)
            path = ("relations", index, "to")
            if here is None or there is None:
                continue
            elif relation.type == "led-to" and here > there:
                message = f"{other.date} is earlier than {event.date}; 'led-to' stands on the earlier event"
                yield Finding("events", event.id, path, relation.to, message)
            elif relation.type != "led-to" and here < there:
                later = f"{other.date} is later than {event.date}"
                message = f"{later}; {relation.type!r} stands on the later event"
                yield Finding("events", event.id, path, relation.to, message)


def stored_once(chronicle: Chronicle) -> Iterator[Finding]:
    """The program derives the inverse, so no pair has the same relation twice, once from either end."""
    types_back: dict[tuple[str, str], set[str]] = {}
    for event in chronicle.collection.events:
        for relation in event.relations:
            types_back.setdefault((event.id, relation.to), set()).add(relation.type)
    seen: set[tuple[str, frozenset[str]]] = set()
    for event in chronicle.collection.events:
        for index, relation in enumerate(event.relations):
            pair = (relation.type, frozenset((event.id, relation.to)))
            if relation.type == "led-to" and (back := BACK & types_back.get((relation.to, event.id), set())):
                message = f"{relation.to} has {back.pop()!r} to this event already; keep one of the two"
                yield Finding("events", event.id, ("relations", index, "to"), relation.to, message)
            if pair in seen:
                message = f"this pair has {relation.type!r} already; a relation is stored once"
                yield Finding("events", event.id, ("relations", index, "to"), relation.to, message)
            seen.add(pair)


def no_circle_of_causes(chronicle: Chronicle) -> Iterator[Finding]:
    """Nothing leads to itself by way of others."""
    causes = {
        event.id: [relation.to for relation in event.relations if relation.type == "led-to"]
        for event in chronicle.collection.events
    }
    for event in chronicle.collection.events:
        for index, relation in enumerate(event.relations):
            if relation.type != "led-to":
                continue
            if _reaches(causes, relation.to, event.id):
                message = f"{relation.to} leads back to {event.id}; causes form no circle"
                yield Finding("events", event.id, ("relations", index, "to"), relation.to, message)


def _reaches(causes: dict[str, list[str]], start: str, goal: str) -> bool:
    seen, queue = {start}, [start]
    while queue:
        for following in causes[queue.pop()]:
            if following == goal:
                return True
            if following not in seen:
                seen.add(following)
                queue.append(following)
    return False
