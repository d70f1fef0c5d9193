"""The file of this machine's settings: TOML, written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import tomli

from coach.errors import StorageError


class SettingsFile:
    """`settings.toml` as a dictionary; one that is not there is empty."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, object]:
        """What the file holds; raises StorageError when it cannot be read or is not TOML."""
        try:
            return tomli.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StorageError(f"{self.path}: {error.strerror or error}", "make the file readable") from error
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise StorageError(
                f"{self.path}: not TOML: {error}", "mend that line or remove the file; nothing was written"
            ) from None

    def write(self, document: Mapping[str, object]) -> None:
        """Put `document` in the place of what the file held; raises StorageError when that fails."""
        import tomli_w

        from coach.diary.files import private_folder, replace_file

        private_folder(self.path.parent)
        replace_file(self.path, tomli_w.dumps(document).encode())
