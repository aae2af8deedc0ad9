"""A page read and used without script.

Playwright's ways of finding things pass over everything inside <noscript>; so it is read here as a person reads it.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class PlainReader:
    """Somebody who finds things by what is written on them."""

    page: Page

    def named(self, kind: str, words: str) -> Locator:
        """The one of this kind on which these words stand."""
        found = [one for one in self.page.locator(kind).all() if one.inner_text().strip().startswith(words)]
        assert len(found) == 1, f"{words}: {len(found)}"
        return found[0]

    def press(self, name: str) -> None:
        """A button or a link; each leads to a page."""
        with self.page.expect_navigation():
            self.named("button, a", name).click()

    def opens(self, summary: str) -> None:
        """What is folded away under these words."""
        self.named("summary", summary).click()

    def field(self, label: str) -> Locator:
        """What this label belongs to."""
        return self.page.locator(f"[id='{self.named('label', label).get_attribute('for')}']")

    def sees(self, words: str) -> None:
        """Waits until the words stand in the page's main part."""
        expect(self.page.locator("main")).to_contain_text(words, use_inner_text=True)

    def lacks(self, words: str) -> None:
        """Waits until they don't."""
        expect(self.page.locator("main")).not_to_contain_text(words, use_inner_text=True)

    def looks(self) -> None:
        """Asks for the page again, which shows where the group is now."""
        self.press("See where the group is now")
