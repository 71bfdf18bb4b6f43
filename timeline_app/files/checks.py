"""The rules of the chronicle that a machine can check; ``CHECKS`` lists them all.

What the types and references of records ask for is reported when a collection is read. Here stand the
rules beyond, for collections whose manifest says ``"rules": "chronicle"``.
"""

from collections.abc import Callable, Iterator

from timeline_app.files import (
    check_claims,
    check_figures,
    check_names,
    check_records,
    check_relations,
    check_words,
)
from timeline_app.files.chronicle import Chronicle
from timeline_app.files.collection import Collection
from timeline_app.files.locate import Finding
from timeline_app.files.problems import Problem

Check = Callable[[Chronicle], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_records.required_fields,
    check_records.both_languages,
    check_records.event_order,
    check_records.excerpt_order,
    check_records.label_length,
    check_records.clock_agrees_with_date,
    check_records.reports_are_not_older,
    check_records.readings_of_two_parties,
    check_records.complete_figures,
    check_records.important_events_have_two_sources,
    check_records.verified_words_have_a_day,
    check_records.period_edges,
    check_records.verified_to,
    check_relations.stored_on_the_right_event,
    check_relations.stored_once,
    check_relations.no_circle_of_causes,
    check_words.quotation_length,
    check_words.quotation_total,
    check_words.quotation_marks,
    check_words.loaded_words,
    check_words.composed,
    check_names.seas,
    check_names.limit_line,
    check_names.states_in_titles,
    check_figures.figures_in_their_passage,
    check_claims.votes,
    check_claims.superlatives,
    check_claims.apologies,
)
EVERYWHERE: tuple[Check, ...] = (check_words.distinct_quotations,)  # also where no rules are asked for


def check_collection(collection: Collection) -> list[Problem]:
    """Every breach of the chronicle's rules, in the order of the files; few where they are not asked for."""
    is_held = collection.manifest is not None and collection.manifest.rules == "chronicle"
    checks = (*CHECKS, *EVERYWHERE) if is_held else EVERYWHERE
    chronicle = Chronicle(collection)
    problems = [chronicle.locator.problem(finding) for check in checks for finding in check(chronicle)]
    order = {file: rank for rank, file in enumerate(collection.files)}
    return sorted(problems, key=lambda problem: (order.get(problem.file, -1), problem.line, problem.column))
