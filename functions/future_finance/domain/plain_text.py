"""What a model says, as plain text: no links, no images, no markup that a page would run."""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[([^\]\n]{0,200})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\([^)\n]{0,2000}\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_ADDRESS = re.compile(
    r"(?:https?|ftp|data|javascript|mailto|upi|intent)\s*:\s*\S|//\w|\bwww\.|\]\s*\(|!\["
    r"|\b[\w-]{2,63}\.(?:com|in|org|net|io|co|money|app|me|xyz|info|biz|gov|ly)(?:/|\b)",
    re.IGNORECASE,
)
_LINKING = re.compile(r"[^\w\s]|www", re.IGNORECASE)  # every address has some of it


def without_links(text: str) -> str:
    """Links become their words, images and tags nothing."""
    return _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))


def leads_elsewhere(text: str) -> bool:
    """Whether an address, or the half of a link, is still in it."""
    return _ADDRESS.search(text) is not None


def defused(text: str) -> str:
    """The text with no address in it that a reader's device would make a link of: for names that others chose."""
    while found := _ADDRESS.search(text):
        text = text[: found.start()] + _LINKING.sub(" ", found[0]) + text[found.end() :]
    return text
