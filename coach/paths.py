"""Which folders coach uses; asked when needed, never at import."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from coach.errors import CoachError


@dataclass(frozen=True)
class Folders:
    """The three places of one installation.

    `data` holds the diary and may be synced; `state` and `config` belong to this machine alone.
    """

    data: Path
    state: Path
    config: Path

    @property
    def diary(self) -> Path:
        return self.data / "diary"

    @property
    def own_content(self) -> Path:
        return self.data / "content"


def folders(home: Path | None = None) -> Folders:
    """The folders under `home`, else under `COACH_HOME`, else where the platform wants them."""
    if home is None and (named := os.environ.get("COACH_HOME")):
        home = Path(named)
    if home is not None:
        home = home.expanduser().absolute()
        return Folders(home / "data", home / "state", home / "config")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("coach", appauthor=False)
    return Folders(dirs.user_data_path, dirs.user_state_path, dirs.user_config_path)


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
