"""The published JSON Schema of data files, made from the record definitions."""

from pathlib import Path

import msgspec

from timeline_app.model.records import File

SCHEMA_FILE = Path("schema") / "collection.json"  # inside the chronicle's folder


def schema_text() -> str:
    """The schema that editors use through ``$schema``; one for every data file."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A data file of the timeline",
        **msgspec.json.schema(File),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"
