"""Fences around which address is asked for a result."""

from tests.mutation.fence import Fence

_RULES = "providers/address_rules.py"
_ADDRESSES = "providers/test_address_rules.py"
_FETCHER = "providers/results.py"
_RESULTS = "providers/test_results.py"

ADDRESSES = (
    Fence(
        "https only",
        _RULES,
        'if url.scheme != "https" and not (url.scheme == "http" and plain_allowed):',
        "if False:",
        (_ADDRESSES,),
    ),
    Fence("no credentials in an address", _RULES, "if url.userinfo:", "if False:", (_ADDRESSES,)),
    Fence(
        "private addresses",
        _RULES,
        "return address.is_global and not refused",
        "return True",
        (_ADDRESSES,),
    ),
    Fence(
        "this machine",
        _RULES,
        "        return loopback_allowed\n",
        "        return True\n",
        (_ADDRESSES,),
    ),
    Fence(
        "addresses wrapped into IPv6",
        _RULES,
        "    address = _innermost(address)\n    if address.is_loopback",
        "    if address.is_loopback",
        (_ADDRESSES,),
    ),
    Fence(
        "every address of a name",
        _RULES,
        "if not addresses or not all(allowed) or",
        "if not addresses or not any(allowed) or",
        (_ADDRESSES,),
    ),
    Fence(
        "a fake address is for names only",
        _RULES,
        "or (is_name and is_fake_ip(address))",
        "or is_fake_ip(address)",
        (_ADDRESSES,),
    ),
    Fence(
        "a proxy program's own address is no name's",
        _RULES,
        "return not is_own and any(",
        "return any(",
        (_ADDRESSES,),
    ),
    Fence(
        "what the system excepts goes to no proxy",
        "providers/http_settings.py",
        "return None if settings.as_the_system_does and _is_excepted(url) else settings.proxy",
        "return settings.proxy",
        ("providers/test_ways.py",),
    ),
    Fence(
        "plain http stays on loopback",
        _RULES,
        ' or (url.scheme == "http" and not _loopback(addresses))',
        "",
        (_ADDRESSES,),
    ),
    Fence(
        "a redirect is checked again",
        _FETCHER,
        "            hop = await self._checked_hop(url, loopback_allowed)\n",
        "            hop = _Hop(httpx.URL(url), None, (), False)\n",
        (f"{_RESULTS}::test_every_hop_is_checked_again", _RESULTS),
    ),
    Fence(
        "a foreign host does not send us back here",
        _FETCHER,
        "loopback_allowed = loopback_allowed and hop.is_loopback",
        "pass",
        ("providers/test_gateways.py::test_a_foreign_host_does_not_send_us_back_to_this_machine",),
    ),
    Fence(
        "five redirects",
        _FETCHER,
        "for _ in range(MOST_REDIRECTS + 1):",
        "for _ in range(50):",
        (f"{_RESULTS}::test_five_redirects_are_the_most",),
    ),
    Fence(
        "a checked name is not resolved again",
        _FETCHER,
        "return _Hop(url, proxy, () if proxy is not None else addresses, loopback)",
        "return _Hop(url, proxy, (), loopback)",
        (f"{_RESULTS}::test_a_checked_name_is_not_resolved_a_second_time",),
    ),
    Fence(
        "no key for a file host",
        _FETCHER,
        'sent_headers = {"Accept": "*/*", ',
        'sent_headers = {"Authorization": "Bearer key", "Accept": "*/*", ',
        (f"{_RESULTS}::test_a_file_comes_whole_and_without_credentials",),
    ),
)
