"""What a file is, told from its content: its name may lie."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

_IMAGES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|script|table)\b", re.IGNORECASE)
_PDF_WITHIN = 1 << 16


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is `docx`, `pdf` or a short word for what is not read; `zh` and `en` name the latter to a person."""

    name: str
    zh: str = ""
    en: str = ""

    @property
    def needs_all(self) -> bool:
        """Whether its head does not settle what it is, or it is read."""
        return self.name in ("docx", "pdf", "encrypted", "doc", "xls", "ole", "xlsx", "pptx", "ofd", "odt", "zip")


def sniff(data: bytes) -> Format:
    """The format of a file with that content."""
    head = data[:_PDF_WITHIN]
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip_format(data)
    if b"%PDF-" in head:
        return Format("pdf")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_format(data)
    return (
        _image_format(data)
        or _markup_format(head[:4096])
        or Format("unknown", "未知格式的文件", "a file of unknown format")
    )


def _image_format(data: bytes) -> Format | None:
    for magic, name in _IMAGES:
        if data.startswith(magic):
            return Format("image", f"{name} 图像文件", f"a {name} image")
    if data[4:12] in (b"ftypheic", b"ftypheif", b"ftypmif1") or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return Format("image", "图像文件", "an image")
    return None


def _markup_format(head: bytes) -> Format | None:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{\\rtf"):
        return Format("rtf", "RTF 文件", "an RTF file")
    if text.startswith(b"MIME-Version:") or _HTML.search(text[:512]):
        return Format("html", "网页文件", "a web page")
    if text.startswith((b"<%@", b"<%--")):
        return Format("html", "网页模板（JSP）", "a template of a web page (JSP)")
    return Format("xml", "XML 文件", "an XML file") if text.startswith(b"<?xml") else None


def _zip_format(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        # A Word file that was cut off is still best explained as a broken Word file.
        return Format("docx") if b"word/document.xml" in data else Format("zip", "损坏的压缩包", "a broken archive")
    if any(name.lower() == "[content_types].xml" for name in names):
        return _office_format(names)
    if "OFD.xml" in names:
        return Format("ofd", "OFD 版式文件", "an OFD file")
    if "mimetype" in names and "content.xml" in names:
        return Format("odt", "OpenDocument 文件", "an OpenDocument file")
    return Format("zip", "压缩包", "an archive")


def _office_format(names: set[str]) -> Format:
    folders = {name.partition("/")[0] for name in names}
    if "word" not in folders and "xl" in folders:
        return Format("xlsx", "电子表格", "a spreadsheet")
    if "word" not in folders and "ppt" in folders:
        return Format("pptx", "演示文稿", "a presentation")
    return Format("docx")


def _ole_format(data: bytes) -> Format:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return Format("encrypted")
    if holds("WordDocument"):
        return Format("doc", "旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)")
    if holds("Workbook"):
        return Format("xls", "旧版电子表格", "an old spreadsheet")
    return Format("ole", "旧版 Office 文件", "an old Office file")
