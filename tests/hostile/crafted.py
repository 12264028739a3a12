"""Files made to break a reader, built by code; none of them holds more than a few kilobytes."""

import zipfile
import zlib
from io import BytesIO

from tests.unit.sources.docx_files import docx, paragraph, table


def _pdf(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _stream(dictionary: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(content), content)


_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def form_that_draws_itself() -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F 5 0 R >> >>"
    body = b"/F Do /F Do /F Do /F Do"
    return _pdf([_CATALOG, _PAGES, page, _stream(b"", b"/F Do"), _stream(form, body)])


def forms_that_double(depth: int = 40) -> bytes:
    """Each form draws the next twice: 2^depth drawings."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"
    objects = [_CATALOG, _PAGES, page, _stream(b"", b"/F Do")]
    for level in range(depth):
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F %d 0 R >> >>" % (
            6 + level
        )
        objects.append(_stream(form, b"/F Do /F Do"))
    objects.append(_stream(b"/Type /XObject /Subtype /Form /BBox [0 0 200 200]", b"0 0 10 10 re f"))
    return _pdf(objects)


def flate_bomb(megabytes: int = 1500) -> bytes:
    """A page whose content inflates to that size, deflated twice so that the file stays small."""
    deflate = zlib.compressobj(9)
    block = b"0 0 m 1 1 l S " * 75_000
    first = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    # After a full flush a block is compressed the same way again: there is no need to compress it a thousand times.
    again = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    inner = first + again * megabytes
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>"
    content = _stream(b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(inner, 9))
    return _pdf([_CATALOG, _PAGES, page, content])


def pages_in_a_circle() -> bytes:
    return _pdf([_CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"])


def zip_bomb(megabytes: int = 300) -> bytes:
    """A DOCX whose document part inflates to that size."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * (1 << 20))
    return buffer.getvalue()


def billion_laughs() -> bytes:
    entities = '<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    return _with_document(
        f"<!DOCTYPE d [{entities}]>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
    )


def outside_entity(path: str) -> bytes:
    return _with_document(
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{path}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )


def _with_document(content: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", content)
    return buffer.getvalue()


def wide_span() -> bytes:
    return docx(table('<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>' + paragraph("宽") + "</w:tc>"))


def deep_tables(depth: int) -> bytes:
    body = paragraph("深")
    for _ in range(depth):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    return docx(body)


def circular_styles() -> bytes:
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{a}'><w:basedOn w:val='{b}'/></w:style>" for a, b in ("xy", "yx")
    )
    return docx(paragraph("正文", "<w:pStyle w:val='x'/>"), styles=styles)
