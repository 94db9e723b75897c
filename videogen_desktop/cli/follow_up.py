"""`videogen continue`, `extend` and `upscale`: a new video out of a finished one."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.generate import EXIT_CODES, add_making_options, make
from videogen_desktop.cli.reading import reading
from videogen_desktop.cli.request_options import (
    Asked,
    ChosenFile,
    add_request_options,
    asked,
    slot_or_refuse,
)
from videogen_desktop.domain.errors import (
    NoFollowUpError,
    OtherWalletError,
    ParentMissingError,
    VideoNotFoundError,
)
from videogen_desktop.domain.follow_ups import (
    able_to_continue,
    clip_follow_ups,
    clip_place,
    continuing,
    first_picture,
    follow_ups,
    parent_of,
)
from videogen_desktop.domain.model import TaskKind, VideoModel
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import RequestFacts
from videogen_desktop.domain.video import Video
from videogen_desktop.program.options import places_of
from videogen_desktop.storage.file_rows import FileRole

if TYPE_CHECKING:
    from videogen_desktop.engine.opening import EngineOptions

# What an extension keeps of the video that it goes on with: its look, not its length.
_LOOKS = ("aspect_ratio", "resolution", "quality", "audio")


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    continuing_ = _add(
        commands,
        "continue",
        "a new video that begins with the last frame of a clip",
        "The last frame of the clip is the first one of a new video. Prompt, model and options are "
        "the clip's own where nothing else is given.",
    )
    continuing_.add_argument("prompt", metavar="PROMPT", nargs="?", help="what happens next")
    extending = _add(
        commands,
        "extend",
        "let the provider make a clip longer",
        "By the provider's own follow-up task, which takes only what its own models made, or by a "
        "model that takes the clip itself.",
    )
    extending.add_argument("prompt", metavar="PROMPT", help="what happens next")
    upscaling = _add(
        commands,
        "upscale",
        "let the provider make a clip larger",
        "By the provider's own follow-up task, which takes only what its own models made, or by a "
        "model that takes the clip itself.",
    )
    for command in (continuing_, extending, upscaling):
        command.add_argument("--model", metavar="ID", help="another model than the clip's own")
        add_request_options(command, has_image=False)
        add_making_options(command)
        yield command


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    help_text: str,
    description: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=help_text,
        description=description,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("id", metavar="ID", help="the clip's id, or enough of its beginning")
    command.set_defaults(run=run)
    return command


def run(namespace: argparse.Namespace) -> int:
    ask = _continued if namespace.command == "continue" else _followed
    return make(namespace, lambda options: ask(namespace, options))


def _continued(
    namespace: argparse.Namespace, options: "EngineOptions"
) -> tuple[Asked, RequestFacts]:
    """Raises VideoNotFoundError, UnknownModelError, NoFollowUpError, NoSuchSlotError."""
    parent, *_ = _parent(namespace, options)
    models = options.vendor.models
    model = continuing(models, parent.model_id)
    if namespace.model:
        model = options.vendor.model(namespace.model)
    if model is None:
        able = tuple(one.id for one in able_to_continue(models))
        raise NoFollowUpError("continue", parent.model_id, able)
    start = replace(parent.request, parent=parent.id)
    request = asked(namespace, model, namespace.prompt or parent.prompt, start)
    frame = ChosenFile(
        slot_or_refuse(model, first_picture(model), "first_frame"), last_frame_of=parent.id
    )
    return replace(request, files=(frame, *request.files)), RequestFacts()


def _followed(
    namespace: argparse.Namespace, options: "EngineOptions"
) -> tuple[Asked, RequestFacts]:
    """Raises VideoNotFoundError, OtherWalletError, NoFollowUpError, ParentMissingError."""
    parent, wallet_id, clip = _parent(namespace, options)
    kind = TaskKind(namespace.command)
    model = _follow_up(namespace, options, parent, kind, wallet_id)
    task_id, parent_options = parent_of(model, parent, wallet_id)
    place = clip_place(model)
    if not task_id and place is None:
        raise ParentMissingError
    looks = {role: one for role, one in parent.request.options.items() if role in _LOOKS}
    start = VideoRequest(model.id, "", looks if kind is TaskKind.EXTEND else {}, parent=parent.id)
    prompt = getattr(namespace, "prompt", None) or parent.prompt
    request = asked(namespace, model, prompt, start)
    if not task_id and place is not None:
        # One that is not here is refused with this name, before anything is reserved.
        source = ChosenFile(place, clip or Path(parent.id))
        return replace(request, files=(source, *request.files)), RequestFacts()
    return request, RequestFacts(parent_task=task_id, parent_options=parent_options)


def _follow_up(
    namespace: argparse.Namespace,
    options: "EngineOptions",
    parent: Video,
    kind: TaskKind,
    wallet_id: str,
) -> VideoModel:
    """By its task before by the clip itself, which costs an upload."""
    models, is_ours = options.vendor.models, parent.wallet_id == wallet_id
    by_task = follow_ups(models, parent.model_id, kind)
    is_made = parent.state is VideoState.COMPLETED
    by_file = clip_follow_ups(models, kind) if is_made else ()
    able = tuple(dict.fromkeys((*(by_task if is_ours else ()), *by_file)))
    for model in able:
        if namespace.model in (None, model.id):
            return model
    if not is_ours:
        raise OtherWalletError(parent.id)
    raise NoFollowUpError(kind, parent.model_id, tuple(one.id for one in able))


def _parent(
    namespace: argparse.Namespace, options: "EngineOptions"
) -> tuple[Video, str, Path | None]:
    """The clip that is meant, the wallet that was chosen ("" where it has nothing yet), and the
    clip's file."""
    with reading(places_of(namespace)) as library:
        if library is None:
            raise VideoNotFoundError(namespace.id)
        with library.reading() as rows:
            video = rows.videos.find(namespace.id)
            wallet = rows.wallets.find(options.wallet.key)
            files = rows.files.of_videos([video.id]).get(video.id, {})
    if video.deleted_at is not None:
        raise VideoNotFoundError(namespace.id)
    return video, "" if wallet is None else wallet.id, files.get(FileRole.CLIP)
