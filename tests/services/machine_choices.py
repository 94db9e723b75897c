"""What the machine's rules choose from, and what of a video is compared."""

from hypothesis import strategies as st

from tests.services.machine_file import StoredVideo
from tests.services.machine_money import ModelVideo
from tests.services.machine_provider import Answer, UploadAnswer
from videogen_desktop.domain.provider import TaskPhase

A_FILE = "https://cdn.example/clip.mp4"
numbers = st.integers(0, 7)
# Half of all POSTs go well: there is more to see after those.
ANSWERS = st.lists(
    st.one_of(st.just(Answer.ACCEPT), st.sampled_from(list(Answer))), min_size=1, max_size=3
)
# Half of the videos have no file; the others have one of their own.
UPLOADS: st.SearchStrategy[list[UploadAnswer]] = st.one_of(
    st.just([]),
    st.lists(
        st.one_of(st.just(UploadAnswer.TAKE), st.sampled_from(list(UploadAnswer))),
        min_size=1,
        max_size=5,
    ),
)
ENDS = st.sampled_from(
    [
        (TaskPhase.SUCCEEDED, A_FILE, 100_00),
        (TaskPhase.SUCCEEDED, A_FILE, None),
        (TaskPhase.SUCCEEDED, A_FILE, 85_50),
        (TaskPhase.SUCCEEDED, A_FILE, 120_00),
        (TaskPhase.SUCCEEDED, None, 100_00),
        (TaskPhase.SUCCEEDED, None, 0),
        (TaskPhase.FAILED, None, None),
        (TaskPhase.FAILED, None, 0),
        (TaskPhase.FAILED, None, 30_00),
    ]
)


def told(found: StoredVideo) -> tuple[object, ...]:
    place = (found.id, found.prompt, found.state, found.reason, found.is_deleted)
    return (*place, found.origin, found.task_id, found.rescued_from, found.entries)


def of(video: ModelVideo) -> tuple[object, ...]:
    place = (video.id, video.prompt, video.state, video.reason, video.is_deleted)
    return (*place, video.origin, video.task_id, video.rescued_from, video.rows)
