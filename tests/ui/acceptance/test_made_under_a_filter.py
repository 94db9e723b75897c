"""What is made while a part of the library is shown is not out of sight."""

from tests.ui.acceptance.conftest import OpenDesktop
from videogen_desktop.domain.gallery import Collection, GalleryQuery


def test_it_joins_the_collection_that_is_shown(open_desktop: OpenDesktop) -> None:
    desk = open_desktop(sandbox="--speed 10")

    def show(made: Collection | None) -> None:
        assert made is not None
        desk.library.listing.show(GalleryQuery(collection_id=made.id))

    desk._bridge.ask(lambda engine: engine.gallery.add_collection("Đà Lạt"), show)
    desk.until(lambda: desk.library.listing.query.collection_id)
    video_id = desk.create("Mưa đêm trên đồi chè")
    desk.until(lambda: desk.ids() == (video_id,))
    desk.until_ended(video_id)
    assert desk.ids() == (video_id,)


def test_one_that_the_search_keeps_back_is_a_click_away(open_desktop: OpenDesktop) -> None:
    desk = open_desktop(sandbox="--speed 10")
    desk.library.listing.show(GalleryQuery(text="biển"))
    desk.write("Mưa đêm trên đồi chè")
    desk.until(desk.window.composer.button.isEnabled)
    desk.press_enter()
    desk.until(lambda: "Video đang được tạo! Vui lòng đợi..." in desk.alerts())
    assert desk.ids() == ()
    desk.press_alert_button("Xem")
    desk.until(lambda: desk.window.viewer.is_open)
