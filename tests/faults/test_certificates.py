"""Row 25 of the fault table: TLS that must not be believed stops the paid POST before it leaves."""

import asyncio
import datetime
import ipaddress
import ssl
import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import a_provider, a_request
from tests.providers.scripted_server import answers, envelope
from videogen_desktop.domain.errors import NotSentError
from videogen_desktop.domain.provider import HttpSettings

DAY = datetime.timedelta(days=1)


def certified(folder: Path, *, name: str = "127.0.0.1", until: datetime.timedelta = DAY) -> Path:
    """A certificate that is its own authority, with its key, in one file."""
    pytest.importorskip("cryptography")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a server")])
    names: list[Any] = (
        [x509.IPAddress(ipaddress.ip_address(name))] if name[0].isdigit() else [x509.DNSName(name)]
    )
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 3 * DAY)
        .not_valid_after(now + until)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    unlocked = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path.write_bytes(certificate.public_bytes(pem) + key.private_bytes(pem, pkcs8, unlocked))
    return path


def serving(certificate: Path, *, only_old: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if only_old:
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def posted(certificate: Path, tls: ssl.SSLContext) -> tuple[object, int]:
    """The task or the error, and how many requests arrived; the certificate itself is trusted."""

    async def run() -> tuple[object, int]:
        accepted = envelope(data={"taskId": "abc123"})
        async with script.scripted_server(answers(accepted), tls=tls) as server:
            settings = HttpSettings(extra_ca_file=certificate)
            provider = a_provider(server.address, http=settings)
            try:
                return await provider.create(a_request()), len(server.requests)
            except NotSentError as error:
                return error, len(server.requests)
            finally:
                await provider.close()

    return asyncio.run(run())


def test_a_good_certificate_of_the_users_own_authority_is_believed(tmp_path: Path) -> None:
    certificate = certified(tmp_path)
    assert posted(certificate, serving(certificate)) == ("abc123", 1)


@pytest.mark.parametrize("fault", ["expired", "wrong host", "TLS 1.1 only"])
def test_tls_that_is_not_to_be_believed_stops_the_post(tmp_path: Path, fault: str) -> None:
    certificate = certified(
        tmp_path,
        name="other.example" if fault == "wrong host" else "127.0.0.1",
        until=-DAY if fault == "expired" else DAY,
    )
    said, arrived = posted(certificate, serving(certificate, only_old=fault == "TLS 1.1 only"))
    assert isinstance(said, NotSentError)
    assert arrived == 0
