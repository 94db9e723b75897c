"""What must hold after every step, and once everything has come to rest."""

from hypothesis.stateful import invariant

from tests.services.machine_choices import A_FILE, of, told
from tests.services.machine_file import Stored
from tests.services.machine_life import Life
from tests.services.machine_world import MANY_SECONDS
from videogen_desktop.domain.provider import TaskPhase

AT_REST = {"completed", "failed", "cancelled", "unconfirmed", "reserved"}


class Invariants(Life):
    verified: Stored | None = None

    @invariant()
    def everything_is_as_it_must_be(self) -> None:
        self.catch_up()
        stored = self.program.raw.read()
        self.compare(stored)
        if stored != self.verified:
            self.program.assert_sound()
            self.verified = stored
        self.nobody_was_charged_twice()

    def nobody_was_charged_twice(self) -> None:
        provider = self.program.provider
        charged = [charge.task_id for charge in provider.charges]
        assert len(charged) == len(set(charged)), charged
        ours = [task.callback_url for task in provider.tasks.values() if task.ours]
        assert len(ours) == len(set(ours)), "one video became two tasks"

    def teardown(self) -> None:
        if not hasattr(self, "program"):
            return
        try:
            self.come_to_rest()
        finally:
            self.program.end()

    def come_to_rest(self) -> None:
        """Every video ends, or is honestly unconfirmed or not sent; the books agree."""
        provider = self.program.provider
        provider.unreadable.clear()
        if self.program.is_sending:
            self.program.pass_time(100)
        for task in provider.tasks.values():
            if not task.has_ended:
                provider.end(task, TaskPhase.SUCCEEDED, A_FILE, None)
        self.pass_time_until_all_have_ended()
        self.everything_is_as_it_must_be()
        for video in self.model.videos:
            assert video.state in AT_REST, f"{video} never ends"
        self.read_balance()
        if self.model.money.drift:
            # By then it is old enough to be believed.
            self.program.pass_time(70)
            self.everything_is_as_it_must_be()
        if self.model.money.granted is not None:
            drift = self.model.money.expected.drift(provider.credits)
            assert drift == 0, f"{drift} credits unexplained"

    def pass_time_until_all_have_ended(self) -> None:
        for seconds in (30, 300, MANY_SECONDS):
            self.program.pass_time(seconds)
            self.catch_up()
            if not any(video.is_accepted for video in self.model.videos):
                return

    def compare(self, stored: Stored) -> None:
        money = self.model.money
        self.name_rescued(stored)
        expected = {video.id: video for video in self.model.videos}
        found_ids = {video.id for video in stored.videos}
        assert found_ids == expected.keys(), found_ids ^ expected.keys()
        for found in stored.videos:
            video = expected[found.id]
            if (found.state, found.reason) == ("failed", "not_sent") != (video.state, video.reason):
                assert self.model.gave_up(video, self.program.now_ms())
            assert told(found) == of(video), f"{found} must be {video}"
        has = (stored.granted, stored.reconciled, stored.available, stored.held)
        must_have = (money.granted or 0, money.reconciled, money.available, money.held)
        assert has == must_have, f"granted, reconciled, available, held: {has}, not {must_have}"

    def name_rescued(self, stored: Stored) -> None:
        """The program gives their ids."""
        known = {video.id for video in self.model.videos}
        nameless = {(v.task_id, v.rescued_from): v for v in self.model.videos if not v.id}
        for found in stored.videos:
            if found.id not in known:
                video = nameless.pop((found.task_id, found.rescued_from), None)
                assert video is not None, f"nobody asked for {found}"
                video.id = found.id
