"""How much may be sent: a token bucket, generous to people and narrow for a script; and when codes are guessed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

BURST: Final = 40
PER_SECOND: Final = 8.0
MOST_SCREENS: Final = 3
MOST_SCREENS_OF_FACILITATOR: Final = 8
WRONG_A_MINUTE: Final = 120
SIEGE_LASTS_MS: Final = 600_000


@dataclass(slots=True)
class Bucket:
    """`burst` at once, then `rate` a second. Times are UTC milliseconds."""

    burst: float = BURST
    rate: float = PER_SECOND
    _level: float = field(default=0.0, init=False)
    _at: int = field(default=0, init=False)

    def take(self, at: int) -> bool:
        """Whether one more is let through."""
        if not self.has_room(at):
            return False
        self._level += 1
        return True

    def give_back(self) -> None:
        """One that was taken does not count after all."""
        self._level = max(0.0, self._level - 1)

    def has_room(self, at: int) -> bool:
        """Whether one more would be let through."""
        self._drain(at)
        return self._level + 1 <= self.burst

    def is_empty(self, at: int) -> bool:
        """Whether it is as good as new."""
        self._drain(at)
        return self._level <= 0

    def _drain(self, at: int) -> None:
        # A clock that was set back must not fill the bucket.
        self._level = max(0.0, self._level - max(0, at - self._at) / 1000 * self.rate)
        self._at = at


class Buckets:
    """One bucket per key; those that are empty again are forgotten when many have gathered."""

    def __init__(self, burst: float = BURST, rate: float = PER_SECOND, most: int = 10_000) -> None:
        self._burst, self._rate, self._most = burst, rate, most
        self._buckets: dict[str, Bucket] = {}

    def take(self, key: str, at: int) -> bool:
        """Whether this key may do one more."""
        bucket = self._buckets.get(key)
        if bucket is None:
            if len(self._buckets) >= self._most:
                self._forget(at)
            bucket = self._buckets[key] = Bucket(self._burst, self._rate)
        return bucket.take(at)

    def give_back(self, key: str) -> None:
        """What this key did last does not count after all."""
        if key in self._buckets:
            self._buckets[key].give_back()

    def has_room(self, key: str, at: int) -> bool:
        """Whether this key might do one more; nothing is counted."""
        bucket = self._buckets.get(key)
        return bucket is None or bucket.has_room(at)

    def _forget(self, at: int) -> None:
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if not bucket.is_empty(at)}
        while len(self._buckets) >= self._most:  # more at once than there can be: the oldest go
            del self._buckets[next(iter(self._buckets))]


class Siege:
    """Whether codes are being guessed: more wrong ones in a minute, from everywhere, than people mistype.

    It then lasts for ten minutes after the last such minute. Times are UTC milliseconds.
    """

    def __init__(self) -> None:
        self._wrong: deque[int] = deque(maxlen=WRONG_A_MINUTE + 1)
        self._lately: deque[str] = deque(maxlen=WRONG_A_MINUTE + 1)
        self._until = 0

    def wrong(self, at: int, typed: str) -> None:
        """One more code that opened nothing. The same one again is nobody's guess: a hall that scans an old card."""
        if typed in self._lately:
            return
        self._lately.append(typed)
        self._wrong.append(at)
        if len(self._wrong) == self._wrong.maxlen and at - self._wrong[0] < 60_000:
            self._until = at + SIEGE_LASTS_MS

    def is_on(self, at: int) -> bool:
        """Whether whoever comes by a code must be let in by a person now."""
        # A clock that was set back must not make it last for hours.
        self._until = min(self._until, at + SIEGE_LASTS_MS)
        return at < self._until
