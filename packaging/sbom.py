"""The bill of materials of a folder of `make bundle`: CycloneDX 1.6, as JSON.

    PYTHONPATH=packaging python packaging/sbom.py FOLDER     writes sbom.cdx.json there

Packages of Python, and the native parts that their wheels hide, each with the package that carries
it, its licence, its source and its files. The same folder gives the same bytes.
"""

import hashlib
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from notices.components import Part, Present, present
from packageurl import PackageURL

NAME = "sbom.cdx.json"
_PROGRAM = "videogen-desktop"


class InvalidBillError(Exception):
    """It is not what CycloneDX's schema asks for."""


def write(folder: Path, moment: int) -> Path:
    """Write it into `folder`, made at `moment` (seconds since 1970); returns its path.

    Raises UnknownFilesError and InvalidBillError.
    """
    bill = JsonV1Dot6(_bill(folder, present(folder), moment)).output_as_string(indent=1)
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill)
    if problem is not None:
        raise InvalidBillError(str(problem).splitlines()[0])
    target = folder / NAME
    target.write_text(f"{bill}\n", encoding="utf-8", newline="\n")
    return target


def _bill(folder: Path, found: Sequence[Present], moment: int) -> Bom:
    entries = {one.component.name: _entry(folder, one) for one in found}
    program = entries.pop(_PROGRAM)
    bill = Bom(components=entries.values())
    bill.metadata.component = program
    bill.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    # A serial number is for one content: that of the files.
    digests = (str(file.hashes) for one in bill.components for file in one.components)
    bill.serial_number = uuid5(NAMESPACE_URL, f"{program.version} {sorted(digests)}")
    bill.register_dependency(program, entries.values())
    return bill


def _entry(folder: Path, one: Present) -> Component:
    component = one.component
    is_program = component.name == _PROGRAM
    properties = [Property(name="carrier", value=component.carrier)] if component.carrier else []
    properties += [Property(name="inside", value=component.inside)] if component.inside else []
    references = [
        ExternalReference(type=ExternalReferenceType.SOURCE_DISTRIBUTION, url=XsUri(address))
        for address in (one.source, component.build)
        if address
    ]
    return Component(
        type=ComponentType.APPLICATION if is_program else ComponentType.LIBRARY,
        bom_ref=component.name,
        name=component.title,
        version=one.version,
        licenses=[LicenseFactory().make_from_string(component.license)],
        purl=PackageURL("pypi", None, component.name, one.version) if one.is_package else None,
        copyright=component.copyright or None,
        external_references=references,
        properties=properties,
        components=[
            *(_file(folder, path) for path in one.files),
            *(_part(component.name, part) for part in one.parts()),
        ],
    )


def _part(carrier: str, part: Part) -> Component:
    return Component(
        type=ComponentType.LIBRARY,
        bom_ref=f"{carrier}: {part.name} {part.version}",
        name=part.name,
        version=part.version or None,
        licenses=[LicenseFactory().make_from_string(part.license)] if part.license else (),
        purl=PackageURL.from_string(part.address) if part.address else None,
    )


def _file(folder: Path, path: Path) -> Component:
    name = path.relative_to(folder).as_posix()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Component(
        type=ComponentType.FILE,
        bom_ref=f"file {name}",
        name=name,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
    )


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(os.environ.get("SOURCE_DATE_EPOCH", "0"))))
