"""Fences around the paid POST itself: what proves that it never left."""

from tests.mutation.fence import Fence

_CREATE = "providers/test_create.py"
_ENDLESS = "providers/test_endless_servers.py"
_CONNECTION = "providers/connection.py"
_HTTP = "providers/http.py"
_WAY = "providers/http.py"
_BODY = "providers/answer_body.py"
_BODIES = "providers/test_answer_bodies.py"
_PROXIES = "providers/test_proxies.py"

THE_POST = (
    Fence(
        "a reset proves nothing",
        _CONNECTION,
        "    httpx.ConnectError,\n",
        "    httpx.ConnectError,\n    httpx.ReadError,\n",
        (f"{_CREATE}::test_what_may_have_arrived_is_unknown_and_never_sent_twice",),
    ),
    Fence(
        "an answer cut short proves nothing",
        _CONNECTION,
        "    httpx.ConnectError,\n",
        "    httpx.ConnectError,\n    httpx.RemoteProtocolError,\n",
        (f"{_CREATE}::test_what_may_have_arrived_is_unknown_and_never_sent_twice",),
    ),
    Fence(
        "overall deadline of the POST",
        _CONNECTION,
        "asyncio.timeout(self._deadlines.create)",
        "asyncio.timeout(None)",
        (f"{_ENDLESS}::test_a_post_has_an_end_whatever_the_server_does",),
    ),
    Fence(
        "overall deadline of a read",
        _CONNECTION,
        "asyncio.timeout(seconds or self._deadlines.read)",
        "asyncio.timeout(None)",
        (f"{_ENDLESS}::test_a_read_has_an_end_whatever_the_server_does",),
    ),
    Fence(
        "no redirect is followed",
        _HTTP,
        "follow_redirects=False",
        "follow_redirects=True",
        (_CREATE, "providers/test_results.py"),
    ),
    Fence(
        "nothing is sent twice below",
        _HTTP,
        "                return await super().handle_async_request(request)\n",
        "                try:\n"
        "                    return await super().handle_async_request(request)\n"
        "                except httpx.ReadError:\n"
        "                    return await super().handle_async_request(request)\n",
        (_CREATE,),
    ),
    Fence(
        "every POST has its own connection",
        _HTTP,
        '    """For the paid POST: every request on a connection of its own, '
        "nothing is sent twice.",
        '    return free_client(context, proxy)\n    """',
        (f"{_CREATE}::test_every_post_has_a_connection_of_its_own",),
    ),
    Fence(
        "an answer is bounded",
        _BODY,
        "if len(body) > limit_bytes:",
        "if False:",
        (f"{_ENDLESS}::test_an_answer_of_more_than_four_megabytes_is_none",),
    ),
    Fence(
        "an answer is bounded while it is unpacked",
        _BODY,
        "stream.decompress(body, limit_bytes + 1 - len(unpacked))",
        "stream.decompress(body)",
        (f"{_BODIES}::test_a_bomb_is_no_answer_and_costs_no_memory",),
    ),
    Fence(
        "a step that came to its end proves nothing of the next",
        _WAY,
        "return not self._has_begun and not self._step_is_done",
        "return not self._has_begun",
        (f"{_PROXIES}::test_only_what_is_known_of_the_way_is_proof",),
    ),
    Fence(
        "a request that was begun may have arrived",
        _WAY,
        "return not self._has_begun and not self._step_is_done",
        "return True",
        (f"{_PROXIES}::test_what_went_through_a_proxy_may_have_arrived", _CREATE),
    ),
    Fence(
        "the way has an end",
        _HTTP,
        "limit = asyncio.timeout(WAY_S)",
        "limit = asyncio.timeout(None)",
        (f"{_PROXIES}::test_a_proxy_that_fails_is_proof_that_nothing_left",),
    ),
    Fence(
        "a code that is no documented refusal is unknown",
        "providers/kie/refusals.py",
        "    return SentUnknownError(message, str(code))",
        "    return RefusedError(message, str(code))",
        (f"{_CREATE}::test_each_code_of_a_create_answer_has_its_meaning",),
    ),
    Fence(
        "a server that fell over is no refusal",
        "providers/kie/refusals.py",
        "if code == _SERVER_ERROR and _PARAMETER.search(message):",
        "if code == _SERVER_ERROR:",
        (f"{_CREATE}::test_each_code_of_a_create_answer_has_its_meaning",),
    ),
    Fence(
        "a task id counts whatever the code",
        "providers/kie/client.py",
        "if task_id is not None:",
        "if task_id is not None and envelope.code == OK:",
        (f"{_CREATE}::test_a_task_id_is_found_wherever_the_answer_has_it",),
    ),
    Fence(
        "a gateway's page is no answer",
        "providers/kie/refusals.py",
        "BELIEVED_HTTP_STATUSES = frozenset({KEY_REJECTED, CREDITS, RATE_LIMITED})",
        "BELIEVED_HTTP_STATUSES = frozenset(range(400, 600))",
        ("providers/test_gateways.py::test_a_status_without_an_envelope_refuses_nothing",),
    ),
    Fence(
        "a closed provider sends nothing",
        _CONNECTION,
        "    def _paid_client(self) -> httpx.AsyncClient:\n        if self._closed:\n"
        '            raise ConnectionAbortedError("closed")\n',
        "    def _paid_client(self) -> httpx.AsyncClient:\n",
        (f"{_CREATE}::test_a_closed_provider_sends_nothing",),
    ),
    Fence(
        "a key that breaks a header is not sent",
        _CONNECTION,
        "if not self._key or not self._key.isascii() or not self._key.isprintable():",
        "if False:",
        (f"{_CREATE}::test_a_key_that_no_header_can_carry_is_rejected_before_anything_is_sent",),
    ),
    Fence(
        "an untrusted certificate is refused",
        _HTTP,
        "    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n",
        "    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n"
        "    context.check_hostname = False\n    context.verify_mode = ssl.CERT_NONE\n",
        (f"{_CREATE}::test_an_untrusted_certificate_is_refused_before_the_post",),
    ),
    Fence(
        "the environment's proxy is not asked",
        _HTTP,
        "        through = None if proxy is None else httpx.Proxy(proxy)\n",
        "        import urllib.request\n\n"
        "        proxy = proxy or next(iter(urllib.request.getproxies().values()), None)\n"
        "        through = None if proxy is None else httpx.Proxy(proxy)\n",
        ("providers/test_gateways.py::test_a_proxy_of_the_environment_is_not_asked",),
    ),
)
