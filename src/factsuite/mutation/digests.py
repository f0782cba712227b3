"""A digest of the files a score is about: it stands as long as they do."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import PurePosixPath

from factsuite.load.files import ARTICLE_FILES, Unreadable


def digest_of(tree: Mapping[PurePosixPath, bytes | Unreadable]) -> str:
    """Of every file of the workspace that takes part in a score, by its path."""
    digest = blake2b(digest_size=16)
    for path in sorted(tree, key=str):
        data = tree[path]
        if path.name in ARTICLE_FILES and isinstance(data, bytes):
            for part in (str(path).encode(), data):
                digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
