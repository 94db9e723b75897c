"""What a file host says instead of a file while its status says yes."""

import pytest

from tests.providers.scripted_server import Act
from tests.providers.test_results import BYTES, ETAG, fetch, file, redirect
from videogen_desktop.domain.errors import NotPlayableError

NO_FILE: dict[str, Act] = {
    "204": file(b"", 204, Content_Length=""),
    "205": file(b"", 205),
    "nothing under 200": file(b""),
    "nothing under 203": file(b"", 203),
    "a problem in JSON": file(b"{}", content_type="application/json; charset=utf-8"),
    "a problem in XML": file(b"<Error/>", content_type="application/xml"),
    "a redirect to nowhere": file(b"", 302),
    "a choice": file(b"", 300),
    "nothing has changed": file(b"", 304, Content_Length=""),
    "a page of unknown length": file(b"<html>", content_type="text/html", Content_Length=""),
}


@pytest.mark.parametrize("act", NO_FILE.values(), ids=NO_FILE.keys())
def test_a_yes_without_a_file_is_no_video(act: Act) -> None:
    with pytest.raises(NotPlayableError):
        fetch(act)
    # Nor is it the rest of one: what is here of it stays.
    with pytest.raises(NotPlayableError):
        fetch(act, offset=1000, etag=ETAG)


def test_a_page_behind_aredirect_is_no_video() -> None:
    with pytest.raises(NotPlayableError):
        fetch(redirect("/login"), file(b"<html>", content_type="text/html"))


def test_what_is_larger_than_any_page_is_taken_whatever_it_is_called() -> None:
    body = BYTES * 110
    assert fetch(file(body, content_type="text/html")).body == body
