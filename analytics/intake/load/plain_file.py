"""A file weighed before it is read: what lies at a path may be no file, or more than fits."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from analytics.errors import Unreadable

LARGEST_FILE = 200 * 2**20
LARGEST_NOTE = 20 * 2**20
AT_ONCE = 2**20
READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)


def open_plain(path: Path, most: int = LARGEST_FILE, *, follows_links: bool = True) -> BinaryIO:
    """An ordinary file of at most so many bytes, open at its start; none of it has been read.

    Raises Unreadable 'no_file' for a folder, a pipe, a device, what is not there or may not be
    read (and a link, unless those are followed), 'too_large' for more bytes.
    """
    try:
        if not follows_links and path.is_symlink():
            raise Unreadable("no_file")
        descriptor = os.open(path, READ_ONLY | (0 if follows_links else NO_LINK))
    except (OSError, ValueError) as error:
        raise Unreadable("no_file") from error
    about = os.fstat(descriptor)
    if stat.S_ISREG(about.st_mode) and about.st_size <= most:
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise too_large(most) if stat.S_ISREG(about.st_mode) else Unreadable("no_file")


def too_large(most: int) -> Unreadable:
    """More than so many bytes."""
    return Unreadable("too_large", {"limit": str(most // 2**20)})


def note_text(path: Path, most: int = LARGEST_NOTE, *, follows_links: bool = True) -> str:
    """The text of a small file (UTF-8). Raises Unreadable, UnicodeDecodeError."""
    with open_plain(path, most, follows_links=follows_links) as file:
        return file.read(most).decode("utf-8-sig")


def copied(file: BinaryIO, to: Path, most: int = LARGEST_FILE) -> tuple[str, int]:
    """Copy a file by and by; its SHA-256 and its size. Raises Unreadable 'too_large' for one that
    has grown meanwhile.
    """
    digest, size = hashlib.sha256(), 0
    with to.open("xb") as copy:
        while piece := file.read(AT_ONCE):
            size += len(piece)
            if size > most:
                raise too_large(most)
            digest.update(piece)
            copy.write(piece)
    return digest.hexdigest(), size
