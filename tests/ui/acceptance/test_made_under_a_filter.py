"""What is made while a part of the library is shown is not out of sight."""

from tests.ui.acceptance.conftest import OpenDesktop
from videogen_desktop.domain.gallery import Collection, GalleryQuery


def test_it_joins_the_collection_that_is_shown(open_desktop: OpenDesktop) -> None:
    running = open_desktop(sandbox="--speed 10")

    def show(made: Collection | None) -> None:
        assert made is not None
        running.library.listing.show(GalleryQuery(collection_id=made.id))

    running._bridge.ask(lambda engine: engine.gallery.add_collection("Đà Lạt"), show)
    running.until(lambda: running.library.listing.query.collection_id)
    video_id = running.create("Mưa đêm trên đồi chè")
    running.until(lambda: running.ids() == (video_id,))
    running.until_ended(video_id)
    assert running.ids() == (video_id,)


def test_one_that_the_search_keeps_back_is_a_click_away(open_desktop: OpenDesktop) -> None:
    running = open_desktop(sandbox="--speed 10")
    running.library.listing.show(GalleryQuery(text="biển"))
    running.write("Mưa đêm trên đồi chè")
    running.until(running.window.composer.button.isEnabled)
    running.press_enter()
    running.until(lambda: "Video đang được tạo! Vui lòng đợi..." in running.alerts())
    assert running.ids() == ()
    running.press_alert_button("Xem")
    running.until(lambda: running.window.viewer.is_open)
