"""Which folders coach uses; asked when needed, never at import."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from coach.errors import CoachError, StorageError

SETTINGS = "settings.toml"
DATA_FOLDER = "data_dir"
"""The key of the settings that names the data folder."""


class Folders(msgspec.Struct, frozen=True):
    """The three places of one installation.

    `data` holds the diary and may be synced; `state` and `config` belong to this machine alone. `usual` is
    where the data lies unless the settings say otherwise.
    """

    data: Path
    state: Path
    config: Path
    usual: Path

    @property
    def diary(self) -> Path:
        return self.data / "diary"

    @property
    def own_content(self) -> Path:
        return self.data / "content"


def folders(home: Path | None = None) -> Folders:
    """The folders under `home`, else under `COACH_HOME`, else where the platform wants them.

    The data folder is the one that the settings beside them name, if any. Raises StorageError when they
    cannot be read although they name one: a diary begun elsewhere would hide the one there is.
    """
    if home is None and (named := os.environ.get("COACH_HOME")):
        home = Path(named)
    if home is not None:
        home = home.expanduser().absolute()
        usual, state, config = home / "data", home / "state", home / "config"
    else:
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("coach", appauthor=False)
        usual, state, config = dirs.user_data_path, dirs.user_state_path, dirs.user_config_path
    return Folders(_data_folder(config / SETTINGS) or usual, state, config, usual)


def _data_folder(settings: Path) -> Path | None:
    """The data folder that the settings name; None when they name none."""
    try:
        text = settings.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StorageError(f"{settings}: {error.strerror or error}", "make the file readable") from error
    if DATA_FOLDER.encode() not in text:
        return None
    import tomli

    try:
        named = tomli.loads(text.decode()).get(DATA_FOLDER)
    except ValueError as error:
        message = f"{settings} names the data folder and cannot be read: {error}"
        raise StorageError(message, "mend that file; nothing was written") from None
    if named is None:
        return None
    if not isinstance(named, str) or not Path(named).is_absolute() or "\0" in named:
        raise StorageError(f"{settings}: {DATA_FOLDER}: no path {named!r}", "give a whole path, from / on")
    return Path(named)


def content_root() -> Path:
    """The shipped content: inside the wheel, or beside the package in a checkout.

    Raises CoachError when neither is there.
    """
    package = Path(__file__).resolve().parent
    for place in (package / "content", package.parent / "content"):
        if (place / "about.md").is_file():
            return place
    raise CoachError(
        "the shipped content is missing", "install coach again: pip install --force-reinstall cramp-coach"
    )
