"""The zip package of a DOCX: parts by name, each read within bounds; nothing is ever unpacked to disk."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from casecheck.sources.limits import MEGABYTE, Limits
from casecheck.sources.problems import ReadingError

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from one part to another; `target` is a part name, or an address when `external`."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a DOCX. Every method raises ReadingError when the package breaks a limit or is broken."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReadingError("file-broken", detail=str(error)) from error
        members = self._zip.infolist()
        if len(members) > limits.members:
            raise ReadingError("file-too-large", detail=f"{len(members)} > {limits.members} parts")
        self._members = {member.filename.replace("\\", "/").lower(): member for member in members}

    def names(self) -> list[str]:
        """Names of all parts, in lower case."""
        return list(self._members)

    def part(self, name: str) -> bytes | None:
        """The content of a part, None when there is none of that name."""
        member = self._members.get(name.lower())
        if member is None:
            return None
        if member.flag_bits & 1:
            raise ReadingError("file-encrypted")
        # The declared size may lie: what counts is what really comes out, and reading stops at the bound.
        bound = min(self._limits.part_bytes, self._limits.package_bytes - self._read)
        bound = min(bound, max(10 * MEGABYTE, self._limits.ratio * max(member.compress_size, 1)))
        try:
            with self._zip.open(member) as stream:
                content = stream.read(bound + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            ValueError,
            OSError,
        ) as error:
            raise ReadingError("file-broken", detail=f"{name}: {error}") from error
        if len(content) > bound:
            raise ReadingError("file-too-large", detail=f"{name} > {bound // MEGABYTE} MB")
        self._read += len(content)
        return content

    def tree(self, name: str) -> etree._Element | None:
        """The root element of an XML part, with the namespaces of Strict files mapped to the usual ones."""
        content = self.part(name)
        if content is None:
            return None
        if b"http://purl.oclc.org/ooxml/" in content:
            for strict, usual in _STRICT:
                content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ReadingError("file-broken", detail=f"{name}: {error}") from error

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by relationship id."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, Relation] = {}
        if root is None:
            return found
        for element in root.iter(_RELATIONSHIP):
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def main_part(self) -> str:
        """The name of the document part."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external and relation.target.lower() in self._members:
                return relation.target
        if "word/document.xml" in self._members:
            return "word/document.xml"
        raise ReadingError("file-broken", detail="no document part")
