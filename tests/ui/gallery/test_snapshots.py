from tests.ui.gallery.cards import card
from videogen_desktop.ui.gallery.snapshots import PageRequests, SnapshotWindow


def test_an_older_revision_never_replaces_a_newer_one() -> None:
    window = SnapshotWindow(10)
    assert window.put(card("a", revision=3))
    assert not window.put(card("a", revision=2, prompt="older"))
    assert not window.put(card("a", revision=3))
    kept = window.get("a")
    assert kept is not None
    assert kept.video.revision == 3


def test_a_file_that_arrived_counts_at_an_equal_revision(tmp_path: object) -> None:
    window = SnapshotWindow(10)
    window.put(card("a"))
    assert window.put(card("a", clip_failure="unreachable"))


def test_only_the_most_recently_used_snapshots_stay() -> None:
    window = SnapshotWindow(2)
    window.put(card("a"))
    window.put(card("b"))
    window.get("a")
    window.put(card("c"))
    assert "a" in window
    assert "b" not in window


def test_an_id_is_asked_for_once_while_its_answer_is_on_the_way() -> None:
    requests = PageRequests()
    requests.want(["a", "b"])
    assert requests.send() == ("a", "b")
    requests.want(["a", "c"])
    assert requests.send() == ("c",)
    requests.answered(["b"])
    assert not requests.is_known("a")
    assert requests.is_known("c")


def test_at_most_two_requests_are_out_and_the_newest_wishes_wait() -> None:
    requests = PageRequests(limit=2, waiting=2)
    for name in ("a", "b"):
        requests.want([name])
        requests.send()
    requests.want(["c", "d", "e"])
    assert not requests.can_send
    requests.answered([])
    assert requests.can_send
    assert requests.send() == ("d", "e")
