"""Fences between processes, and around keys."""

from tests.mutation.fence import Fence

_HANDOVERS = "services/test_handovers.py"
_LOCKED_OUT = "services/test_handovers_locked_out.py"
_HANDOVER_ROWS = "storage/handover_rows.py"
_LOCK = "storage/test_engine_lock.py"
_CHOICE = "cli/test_wallet_choice.py"

PROCESSES = (
    Fence(
        "one engine",
        "storage/engine_lock.py",
        "                raise EngineLockedError(self._path) from error",
        "                pass",
        (_LOCK,),
    ),
    Fence(
        "the engine takes the lock",
        "engine/opening.py",
        "        lock.acquire()\n",
        "",
        ("cli/test_generate.py::test_a_second_engine_ends_with_6",),
    ),
    Fence(
        "any thread frees the lock",
        "storage/engine_lock.py",
        "thread_local=False",
        "thread_local=True",
        (f"{_LOCK}::test_another_thread_may_release",),
    ),
    Fence(
        "a handover is taken once",
        _HANDOVER_ROWS,
        ".where(handover.c.id == handover_id, handover.c.taken_at.is_(None))\n"
        "            .values(taken_at=at)",
        ".where(handover.c.id == handover_id)\n            .values(taken_at=at)",
        ("storage/test_handover_rows.py",),
    ),
    Fence(
        "a handover is not offered twice",
        _HANDOVER_ROWS,
        ".where(handover.c.run_id == run_id, handover.c.taken_at.is_(None))",
        ".where(handover.c.run_id == run_id)",
        ("storage/test_handover_rows.py",),
    ),
    Fence(
        "a handover is for one run",
        _HANDOVER_ROWS,
        ".where(handover.c.run_id == run_id, handover.c.taken_at.is_(None))",
        ".where(handover.c.taken_at.is_(None))",
        (_HANDOVERS,),
    ),
    Fence(
        "nothing of an earlier run is left",
        _HANDOVER_ROWS,
        "delete(handover).where(handover.c.refusal.is_(None) | old)",
        "delete(handover).where(old)",
        ("storage/test_handover_rows.py",),
    ),
    Fence(
        "who asked is still there",
        "services/handovers.py",
        "        if is_waited_for(self._requesters, asked.id):\n            return await",
        "        if True:\n            return await",
        (f"{_HANDOVERS}::test_nothing_is_taken_from_the_dead",),
    ),
    Fence(
        "who asked is still there when it is reserved",
        "services/handovers.py",
        "        lives = is_waited_for(self._requesters, asked.id)\n        is_wanted",
        "        lives = True\n        is_wanted",
        (f"{_HANDOVERS}::test_who_dies_while_the_engine_connects_gets_nothing_made",),
    ),
    Fence(
        "what was taken back is not reserved",
        "services/handovers.py",
        "is_wanted = lives and rows.handovers.is_wanted(asked.id, self._run_id)",
        "is_wanted = lives",
        (_HANDOVERS,),
    ),
    Fence(
        "an engine that ends reserves nothing",
        "services/handovers.py",
        "if self._is_stopped or not is_wanted:",
        "if not is_wanted:",
        (_HANDOVERS,),
    ),
    Fence(
        "the reserve asks whether it is wanted",
        "services/library_phases.py",
        "                claim(rows)\n",
        "                pass\n",
        (_HANDOVERS,),
    ),
    Fence(
        "what was made is not taken back",
        _HANDOVER_ROWS,
        "        return not self._is_made(handover_id)\n",
        "        return True\n",
        (_HANDOVERS,),
    ),
    Fence(
        "no refusal where there is a video",
        _HANDOVER_ROWS,
        "        if self._is_made(handover_id):\n            return\n",
        "",
        (f"{_HANDOVERS}::test_no_refusal_is_written_where_there_is_a_video",),
    ),
    Fence(
        "an engine that ends takes no requests",
        "services/handovers.py",
        "await self._library.write(lambda rows: rows.handovers.end_run())\n\n    async def close",
        "pass\n\n    async def close",
        (f"{_HANDOVERS}::test_an_engine_that_ended_takes_requests_no_more",),
    ),
    Fence(
        "what was taken is served at once",
        "services/handovers.py",
        "        for asked in waiting:\n            if await self._take(asked):\n",
        "        for asked in [one for one in waiting if await self._take(one)]:\n"
        "            if True:\n",
        (f"{_LOCKED_OUT}::test_what_was_taken_is_served_though_the_next_could_not_be",),
    ),
    Fence(
        "a locked library does not end the taking",
        "services/handovers.py",
        "                self._seen = None\n",
        "",
        (f"{_LOCKED_OUT}::test_what_was_taken_is_served_though_the_next_could_not_be",),
    ),
    Fence(
        "a refusal is written in the end",
        "services/handovers.py",
        "            return False\n        return True",
        "        return True",
        (f"{_LOCKED_OUT}::test_a_refusal_that_could_not_be_written_is_told_later",),
    ),
)

KEYS = (
    Fence(
        "a key is bound to its base",
        "storage/key_store.py",
        "getattr(keyring, name)(_SERVICE, api_base, *arguments)",
        'getattr(keyring, name)(_SERVICE, "key", *arguments)',
        ("storage/test_key_store.py",),
    ),
    Fence(
        "the engine asks for the key of its base",
        "engine/connecting.py",
        "(await keys.get(base) if base else None)",
        '(await keys.get("https://api.kie.ai") if base else None)',
        ("services/test_keys_and_bases.py::test_the_engine_sends_each_base_its_own_key",),
    ),
    Fence(
        "play money sees no key",
        "services/wallets.py",
        "return WalletChoice(vendor.wallet)",
        "return WalletChoice(vendor.wallet, given_key)",
        (_CHOICE,),
    ),
    Fence(
        "plain http is for loopback",
        "domain/addresses.py",
        'if not host or (parts.scheme == "http" and not is_loopback_host(host)):',
        "if not host:",
        ("domain/test_addresses.py",),
    ),
    Fence(
        "a key of another spelling is of the same base",
        "storage/key_store.py",
        "one != base and one_spelling(one) == base",
        "one != base",
        ("storage/test_key_store.py::test_a_key_is_found_under_the_former_spelling_of_its_base",),
    ),
    Fence(
        "one address is one wallet",
        "storage/wallet_rows.py",
        "one_spelling(one.key.api_base)",
        "one.key.api_base",
        ("storage/test_rows.py::test_a_wallet_is_found_under_the_spelling_of_an_earlier_version",),
    ),
    Fence(
        "a proxy's password is in no file",
        "services/preferences.py",
        "                settings = await self._without_password(settings)\n",
        "",
        ("services/test_proxy_password.py",),
    ),
    Fence(
        "a signing key is no API key",
        "services/webhook/webhook.py",
        'return f"webhook {api_base}"',
        "return api_base",
        ("services/webhook/test_trial.py::test_the_signing_key_is_kept_apart_from_the_api_key",),
    ),
    Fence(
        "the key is in no message",
        "providers/provider_words.py",
        "            text = text.replace(self._secret, _REDACTED)\n",
        "            pass\n",
        ("providers/test_create.py",),
    ),
    Fence(
        "a key that is rejected is not stored",
        "services/wallets.py",
        "        await self.test(key, api_key)\n        key",
        "        key",
        ("services/test_keys_and_bases.py::test_a_key_that_its_provider_rejects_is_kept_nowhere",),
    ),
)
