"""Shipped files are found from a checkout, a wheel and a zip; user folders follow each system's rules."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from timeline_app import paths

SHOW = (
    "from timeline_app import paths;"
    "assert (paths.data_folder() / 'categories.json').read_bytes();"
    "assert (paths.resources_folder() / 'fonts' / 'Pretendard-Regular.otf').read_bytes()[:4] == b'OTTO';"
    "print(paths.data_folder())"
)


def shown(import_from: Path, cwd: Path) -> Path:
    environment = {k: v for k, v in os.environ.items() if k != paths.OVERRIDE}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(import_from)!r}); {SHOW}"],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    checkout = Path(__file__).resolve().parent.parent
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=checkout,
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("inter_korean_timeline-0.1.0-*.whl")
    return made


def test_a_checkout_is_found_from_any_folder(checkout: Path, tmp_path: Path) -> None:
    assert shown(checkout, tmp_path) == checkout / "data"


def test_an_unpacked_wheel_carries_its_files(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    assert shown(site, tmp_path) == site / "timeline_app" / "_shipped" / "data"


def test_a_zipped_wheel_unpacks_what_qt_has_to_open(wheel: Path, tmp_path: Path) -> None:
    folder = shown(wheel, tmp_path)
    assert not folder.exists()  # the copy went with the process


def test_the_wheel_installs_desktop_file_icon_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for ending in (
        "share/applications/org.interkoreantimeline.Timeline.desktop",
        "share/metainfo/org.interkoreantimeline.Timeline.metainfo.xml",
        "share/icons/hicolor/scalable/apps/org.interkoreantimeline.Timeline.svg",
        "licenses/LICENSE",
        "licenses/data/LICENSE",
        "licenses/resources/fonts/OFL-Pretendard.txt",
    ):
        assert any(name.endswith(ending) for name in names), ending


def test_the_override_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIMELINE_APP_SHIPPED", str(tmp_path))
    assert paths.data_folder() == tmp_path / "data"
    assert paths.resources_folder() == tmp_path / "resources"


@pytest.mark.parametrize(
    ("platform", "environment", "config", "data", "cache", "log"),
    [
        (
            "linux",
            {"HOME": "/home/kim"},
            "/home/kim/.config/inter-korean-timeline",
            "/home/kim/.local/share/inter-korean-timeline",
            "/home/kim/.cache/inter-korean-timeline",
            "/home/kim/.local/state/inter-korean-timeline/timeline-app.log",
        ),
        (
            "linux",
            {
                "HOME": "/home/kim",
                "XDG_CONFIG_HOME": "/c",
                "XDG_DATA_HOME": "relative",
                "XDG_CACHE_HOME": "/k",
                "XDG_STATE_HOME": "/s",
            },
            "/c/inter-korean-timeline",
            "/home/kim/.local/share/inter-korean-timeline",
            "/k/inter-korean-timeline",
            "/s/inter-korean-timeline/timeline-app.log",
        ),
        (
            "darwin",
            {"HOME": "/Users/kim"},
            "/Users/kim/Library/Application Support/inter-korean-timeline",
            "/Users/kim/Library/Application Support/inter-korean-timeline",
            "/Users/kim/Library/Caches/inter-korean-timeline",
            "/Users/kim/Library/Logs/inter-korean-timeline/timeline-app.log",
        ),
        (
            "win32",
            {"HOME": "/x", "APPDATA": "/Roaming", "LOCALAPPDATA": "/Local"},
            "/Roaming/inter-korean-timeline",
            "/Local/inter-korean-timeline",
            "/Local/inter-korean-timeline/Cache",
            "/Local/inter-korean-timeline/Logs/timeline-app.log",
        ),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the literals are written with slashes")
def test_user_folders_follow_the_rules_of_the_system(
    platform: str,
    environment: dict[str, str],
    config: str,
    data: str,
    cache: str,
    log: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(paths.sys, "platform", platform)
    folders = (
        paths.user_config_folder(),
        paths.user_data_folder(),
        paths.user_cache_folder(),
        paths.log_file(),
    )
    assert [str(folder) for folder in folders] == [config, data, cache, log]


def test_asking_for_the_users_folders_makes_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path / name))
    paths.user_config_folder(), paths.user_data_folder(), paths.user_cache_folder(), paths.log_file()
    assert list(tmp_path.iterdir()) == []
