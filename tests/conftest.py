"""No test needs a screen, and none touches the files of whoever runs it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from timeline_app import qtboot  # Qt reads the platform when it loads

qtboot.guard_refcounts()


@pytest.fixture(scope="session", autouse=True)
def _user_folders_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    variables = (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    )
    with pytest.MonkeyPatch.context() as patch:
        for variable in variables:
            patch.setenv(variable, str(home / variable.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: object) -> None:
    """Qt knows one application a process: that of the window, so that any order of tests finds it."""


@pytest.fixture
def checkout() -> Path:
    """The folder that holds main.py, data/ and resources/."""
    return Path(__file__).resolve().parent.parent
