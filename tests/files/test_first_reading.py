"""The reading before the first frame leaves excerpts in their files; they come when they are asked for."""

from pathlib import Path

from msgspec import to_builtins

from timeline_app.files.collection import Collection, read_collection
from timeline_app.model.dataset import Dataset
from timeline_app.paths import data_folder


def read(*, guarded: bool, chronicle: Path | None = None) -> Collection:
    return read_collection(None, chronicle=chronicle or data_folder(), log=False, guarded=guarded)


def test_the_first_reading_gives_the_same_dataset_as_the_second() -> None:
    first, second = Dataset(read(guarded=False)), Dataset(read(guarded=True))
    assert to_builtins(first.events) == to_builtins(second.events)
    assert list(first.columns.rank) == list(second.columns.rank)
    assert first.sources == second.sources
    event = first.events[0]
    assert first.sources_of(event) == second.sources_of(event)


def test_the_first_reading_has_no_problem_and_no_excerpts() -> None:
    collection = read(guarded=False)
    assert collection.problems == ()
    assert not any(source.excerpts for source in collection.sources)
    assert all(source.excerpts for source in collection.whole_sources())


def test_excerpts_that_can_no_longer_be_read_leave_the_documents(tmp_path: Path) -> None:
    for folder in ("events", "sources"):
        (tmp_path / folder).mkdir()
    for file in data_folder().rglob("*.json"):
        target = tmp_path / file.relative_to(data_folder())
        if target.parent.is_dir():
            target.write_bytes(file.read_bytes())
    dataset = Dataset(read(guarded=False, chronicle=tmp_path))
    gone = sorted((tmp_path / "sources").glob("*.json"))[0]
    gone.write_text("{", encoding="utf-8")
    assert len(dataset.sources) > 100
    assert all(isinstance(dataset.sources_of(event), list) for event in dataset.events)
