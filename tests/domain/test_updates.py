"""When a version that was told of is news, and which pages are ever opened."""

import pytest

from videogen_desktop.domain import updates
from videogen_desktop.domain.settings import Settings

HOST = "releases.example.test"
PAGE = f"https://{HOST}/v/99.0.0"


def test_versions_are_compared_as_numbers() -> None:
    settings = Settings(update_check=True, update_page=PAGE)
    told = [
        updates.news(settings._replace(update_version=version), HOST, "0.9.9")
        for version in ("0.10.0", "0.9.10", "1.0.0", "0.9.9", "0.9.8", "0.8.100")
    ]
    assert [one is not None for one in told] == [True, True, True, False, False, False]


@pytest.mark.parametrize("page", ["http://evil.example", "https://evil.example", ""])
def test_what_somebody_wrote_into_the_settings_is_not_opened(page: str) -> None:
    settings = Settings(update_check=True, update_version="99.0.0", update_page=page)
    assert updates.news(settings, HOST) is None
    assert updates.news(settings._replace(update_version="newest", update_page=PAGE), HOST) is None


def test_the_shipped_source_is_https_on_one_host() -> None:
    assert updates.is_page_of(updates.SHIPPED.feed, updates.SHIPPED.host)
