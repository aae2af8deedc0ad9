"""A coarse word for a browser and its system, so that somebody knows their own devices again. Nothing finer is kept."""

from __future__ import annotations

# The first that occurs counts: most name their ancestors too.
_BROWSERS = {
    "Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "FxiOS": "Firefox",
    "CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari",
}  # fmt: skip
_SYSTEMS = {
    "Windows": "Windows", "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "CrOS": "ChromeOS",
    "Mac OS X": "macOS", "Linux": "Linux",
}  # fmt: skip


def label_of(user_agent: str) -> str:
    """For example "Firefox · Windows"; empty where nothing is known."""
    known = (next((word for sign, word in table.items() if sign in user_agent), "") for table in (_BROWSERS, _SYSTEMS))
    return " · ".join(word for word in known if word)
