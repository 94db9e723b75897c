"""The engine in memory answers in the way of the real one, or the window's tests would prove
nothing: one waited for an answer that the real engine no longer gave at once."""

import inspect

import pytest

from tests.ui.account.fake_account import AccountEngine, FakeAccount, FakePreferences, FakeWallets
from tests.ui.fake_gallery import FakeGallery
from tests.ui.library.fake_copier import FakeCopier
from tests.ui.settings.fake_webhook import FakeWebhook
from tests.ui.viewer.fake_settling import FakeSettling
from tests.ui.viewer.fakes import FakeExaminer
from videogen_desktop.services.account import Account, Reconciler
from videogen_desktop.services.copying import Copier
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.settling import Examiner, Settling
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import Wallets
from videogen_desktop.services.webhook.webhook import Webhook


@pytest.mark.parametrize(
    ("fake", "real"),
    [
        (AccountEngine, WalletEngine),
        (FakeGallery, Gallery),
        (FakeAccount, Account),
        (FakeAccount, Reconciler),
        (FakePreferences, Preferences),
        (FakeWallets, Wallets),
        (FakeWebhook, Webhook),
        (FakeCopier, Copier),
        (FakeExaminer, Examiner),
        (FakeSettling, Settling),
    ],
)
def test_a_verb_in_memory_is_called_and_awaited_like_the_real_one(fake: type, real: type) -> None:
    verbs = {
        name: verb
        for name, verb in inspect.getmembers(fake, inspect.isfunction)
        if not name.startswith("_") and hasattr(real, name)
    }
    assert verbs
    for name, verb in verbs.items():
        like = getattr(real, name)
        assert inspect.iscoroutinefunction(verb) is inspect.iscoroutinefunction(like), name
        taken = (parameter.lstrip("_") for parameter in inspect.signature(verb).parameters)
        assert set(taken) <= set(inspect.signature(like).parameters), name
