"""The user's settings. Defaults stand here and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

if TYPE_CHECKING:
    # The settings are read before the first paint, and few have limits in them.
    from videogen_desktop.domain.spend_guards import SpendGuards

_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Settings(NamedTuple):
    """Never a secret: keys live in the system's keyring.

    `active_provider` None is play money. Bases stand in their one spelling, `vendor_of_base` says
    whose they are (the default vendor's, unless it does), and `former_api_bases` are those under
    which an earlier version kept a key. `language` is "system", "vi" or "en", `theme`
    "system", "light" or "dark", `proxy` "none", "system" or "manual" (then `proxy_url`).
    `card_size` is a step of the gallery's sizes, `cards_fill` whether all cards are squares,
    `collections_hidden` whether the collections do not stand beside them.
    `videos_folder` None is the platform's own; `backup_folder` gets a second copy of every backup.
    `save_folder` is where one click saves clips, under `save_template` (empty: the language's own),
    `save_without_prompt` leaves out what they say of themselves.
    `spend_guards` are the owner's limits by wallet (services/spend_guards.py
    names them); a wallet that is not there has the defaults. `webhook_address` is where the user's
    tunnel is reached from outside. `draft` is what was last written and chosen, as one request in
    JSON. `window` is Qt's opaque geometry in base 64. `rate_dong` were paid for `rate_hundredths`
    of a credit, as noted on `rate_day` (ISO): domain.credits reads the three. `update_check`
    is the user's consent to look for new versions, `update_checked_ms` when that was last done,
    and what was found are the next two (domain.updates reads them). `text_helper_address` None is
    no text helper, "trial" the trial wallet's own (domain.text_helper). `unknown` holds what a
    newer version wrote.
    """

    active_provider: str | None = None
    active_api_base: str | None = None
    known_api_bases: tuple[str, ...] = ()
    former_api_bases: tuple[str, ...] = ()
    vendor_of_base: Mapping[str, str] = MappingProxyType({})
    language: str = "vi"
    theme: str = "system"
    draft: str = ""
    welcomed: bool = False
    videos_folder: str | None = None
    backup_folder: str | None = None
    last_copy_folder: str | None = None
    save_folder: str | None = None
    save_template: str = ""
    save_without_prompt: bool = False
    cdn_only: bool = False
    hover_previews: bool = True
    notifications: bool = True
    card_size: int = 1
    cards_fill: bool = False
    collections_hidden: bool = False
    volume_percent: int = 80
    proxy: str = "none"
    proxy_url: str | None = None
    extra_ca_file: str | None = None
    webhook: bool = False
    webhook_port: int = 8765
    webhook_address: str | None = None
    window: str | None = None
    spend_guards: "Mapping[str, SpendGuards]" = _EMPTY
    rate_dong: int = 0
    rate_hundredths: int = 0
    rate_day: str = ""
    update_check: bool = False
    update_checked_ms: int = 0
    update_version: str = ""
    update_page: str = ""
    text_helper_address: str | None = None
    text_helper_model: str = ""
    unknown: Mapping[str, Any] = _EMPTY


class SettingsChanges(TypedDict, total=False):
    """New values for some of the settings: what may be changed, and of which type.

    Python cannot derive it from Settings; a test holds the two together.
    """

    active_provider: str | None
    active_api_base: str | None
    known_api_bases: tuple[str, ...]
    former_api_bases: tuple[str, ...]
    vendor_of_base: Mapping[str, str]
    language: str
    theme: str
    draft: str
    welcomed: bool
    videos_folder: str | None
    backup_folder: str | None
    last_copy_folder: str | None
    save_folder: str | None
    save_template: str
    save_without_prompt: bool
    cdn_only: bool
    hover_previews: bool
    notifications: bool
    card_size: int
    cards_fill: bool
    collections_hidden: bool
    volume_percent: int
    proxy: str
    proxy_url: str | None
    extra_ca_file: str | None
    webhook: bool
    webhook_port: int
    webhook_address: str | None
    window: str | None
    spend_guards: "Mapping[str, SpendGuards]"
    rate_dong: int
    rate_hundredths: int
    rate_day: str
    update_check: bool
    update_checked_ms: int
    update_version: str
    update_page: str
    text_helper_address: str | None
    text_helper_model: str
