"""What can go wrong with a file, and what to do about it, in both languages."""

from collections.abc import Mapping

from casecheck.model.place import Place
from casecheck.model.problem import Problem
from casecheck.model.words import Words

_RESAVE = Words(
    zh="请用原软件打开后另存为 DOCX 或 PDF，再重新检查。",
    en="Open it in its own program, save it as DOCX or PDF, check again.",
)
_SCAN = Words(
    zh="请提供带文字层的 PDF 或 DOCX 原件；扫描件须先经文字识别。",
    en="Give the PDF or DOCX with its text; a scan needs recognition first.",
)

_TEXTS: dict[str, tuple[Words, Words | None]] = {
    "file-missing": (Words(zh="文件不存在", en="The file does not exist"), None),
    "file-closed": (Words(zh="文件无法打开：{detail}", en="The file cannot be opened: {detail}"), None),
    "file-empty": (Words(zh="文件中没有内容", en="There is nothing in the file"), None),
    "file-unsupported": (
        Words(zh="文件是{what_zh}，不能读取", en="The file is {what_en}, which is not read"),
        _RESAVE,
    ),
    "file-broken": (
        Words(zh="文件已损坏，不能读取：{detail}", en="The file is broken and cannot be read: {detail}"),
        Words(zh="请重新导出或重新取得该文件。", en="Export it again or get another copy."),
    ),
    "file-encrypted": (
        Words(zh="文件有打开密码，不能读取", en="The file is protected by a password and cannot be read"),
        Words(zh="请去除密码后另存一份。", en="Save a copy without the password."),
    ),
    "file-too-large": (
        Words(zh="文件超过读取上限：{detail}", en="The file is larger than may be read: {detail}"),
        Words(zh="请拆分文件，或确认文件没有异常。", en="Split it, or make sure that nothing is wrong with it."),
    ),
    "reader-killed": (
        Words(
            zh="读取该文件时程序崩溃或内存超限，已中止；其他文件不受影响",
            en="Reading this file crashed or needed too much memory; other files are not affected",
        ),
        Words(zh="请用原软件另存或重新打印为 PDF 后再试。", en="Save it anew or print it to PDF, then try again."),
    ),
    "reader-timeout": (
        Words(
            zh="读取该文件超过 {seconds} 秒，已中止；其他文件不受影响",
            en="Reading this file took more than {seconds} s and was stopped; other files are not affected",
        ),
        Words(zh="请用原软件另存或拆分后再试。", en="Save it anew or split it, then try again."),
    ),
    "pages-not-read": (
        Words(zh="共 {pages} 页，只读取了前 {read} 页", en="Of {pages} pages only the first {read} were read"),
        Words(zh="请拆分文件。", en="Split the file."),
    ),
    "page-broken": (
        Words(zh="第 {page} 页不能读取：{detail}", en="Page {page} cannot be read: {detail}"),
        None,
    ),
    "page-blank": (Words(zh="第 {page} 页是空白页", en="Page {page} is blank"), None),
    "page-image-only": (
        Words(zh="第 {page} 页只有图像，文字未能读取", en="Page {page} is only an image; its text was not read"),
        _SCAN,
    ),
    "page-garbled": (
        Words(zh="第 {page} 页文字层是乱码，未能读取", en="The text layer of page {page} is garbled and was not read"),
        _SCAN,
    ),
    "page-characters-missing": (
        Words(
            zh="第 {page} 页部分文字缺失，读取不完整",
            en="Characters are missing from the text of page {page}; it was read in part",
        ),
        _SCAN,
    ),
    "characters-private": (
        Words(
            zh="有字符只在原字体中有意义，无法识读：{sample}",
            en="Characters mean something only in their own font and cannot be read: {sample}",
        ),
        Words(zh="请对照原件核对该处文字。", en="Compare the words there with the original."),
    ),
    "page-large-image": (
        Words(
            zh="第 {page} 页含大幅图像，图像中的文字未读取",
            en="Page {page} holds a large image; text inside it was not read",
        ),
        None,
    ),
    "page-mostly-image": (
        Words(
            zh="第 {page} 页主要是图像，只读取了图像之外的少量文字",
            en="Page {page} is mostly an image; only the little text beside it was read",
        ),
        _SCAN,
    ),
    "watermark": (
        Words(
            zh="有水印或斜置文字（{count} 字），未计入正文：{sample}",
            en="A watermark or slanted text ({count} characters) was left out of the text: {sample}",
        ),
        None,
    ),
    "page-text-layer": (
        Words(
            zh="第 {page} 页是扫描图像，读取的是其识别文字层，可能有误",
            en="Page {page} is a scan; what was read is its recognised text layer, which may hold errors",
        ),
        None,
    ),
    "hidden-text": (
        Words(
            zh="有 {count} 个不可见字符，未计入正文：{sample}",
            en="{count} characters are not visible and were left out: {sample}",
        ),
        Words(zh="请核实为何有隐藏文字。", en="Find out why there is hidden text."),
    ),
    "image-in-text": (
        Words(
            zh="此处有 {count} 幅图像，图像中的文字、签名和印章未读取",
            en="There are {count} images here; text, signatures and seals in them were not read",
        ),
        None,
    ),
    "image-of-page": (
        Words(
            zh="此处有 {count} 幅整页大小的图像（可能是文书扫描件），其中文字未读取",
            en="There are {count} images of the size of a page here (perhaps scanned papers); their text was not read",
        ),
        _SCAN,
    ),
    "body-image-only": (
        Words(
            zh="正文只有 {count} 幅图像，文字未能读取",
            en="The body is only {count} images; their text was not read",
        ),
        _SCAN,
    ),
    "stretch-image-only": (
        Words(
            zh="此处两个分页之间只有 {count} 处图像，没有文字（可能是文书扫描件），其中文字未读取",
            en="Between two page breaks there are only {count} images here (perhaps a scanned paper); their text was not read",
        ),
        _SCAN,
    ),
    "read-by-fallback": (
        Words(
            zh="文件结构异常，已改用备用方式读取", en="The structure of the file is faulty; it was read in another way"
        ),
        None,
    ),
    "part-not-read": (
        Words(zh="文件的一个部分不能读取：{detail}", en="A part of the file cannot be read: {detail}"),
        None,
    ),
    "link-not-followed": (
        Words(zh="链接指向案卷之外，未读取", en="The link leads out of the dossier and was not followed"),
        Words(zh="请将文件本身放入案卷。", en="Put the file itself into the dossier."),
    ),
    "folder-not-read": (
        Words(
            zh="不是普通文件，或文件夹无法打开、层级过深，未读取",
            en="No regular file, or a folder that cannot be opened or lies too deep; it was not read",
        ),
        None,
    ),
    "settings-not-valid": (
        Words(zh="dossier.yaml 无效，未采用：{detail}", en="dossier.yaml is not valid and was not used: {detail}"),
        None,
    ),
    "region-not-known": (
        Words(
            zh="dossier.yaml 写明的地方“{detail}”没有随附的地方规定，按全国数值检查",
            en="dossier.yaml names a region (“{detail}”) that no overlay is included for; the national values applied",
        ),
        Words(
            zh="自己的地方规定用 --region 给出。",
            en="Give an overlay of your own with --region.",
        ),
    ),
}

_HIDES_TEXT = frozenset(
    {
        "file-missing",
        "file-closed",
        "file-unsupported",
        "file-broken",
        "file-encrypted",
        "file-too-large",
        "reader-killed",
        "reader-timeout",
        "pages-not-read",
        "page-broken",
        "page-image-only",
        "page-garbled",
        "page-characters-missing",
        "characters-private",
        "page-mostly-image",
        "image-of-page",
        "body-image-only",
        "stretch-image-only",
        "page-text-layer",
        "part-not-read",
        "link-not-followed",
        "folder-not-read",
    }
)


class ReadingError(Exception):
    """A file cannot be read further; becomes a Problem at the border of this layer."""

    def __init__(self, kind: str, **params: str | int) -> None:
        super().__init__(kind)
        self.kind = kind
        self.params = params


def problem(
    kind: str,
    file: str,
    params: Mapping[str, str | int] | None = None,
    /,
    *,
    page: int | None = None,
    place: Place | None = None,
    **more: str | int,
) -> Problem:
    """The Problem of that kind, its text filled with `params` and `more`; whether it blocks absence follows from the kind."""
    words, hint = _TEXTS[kind]
    values = {"page": page, **(params or {}), **more}
    return Problem(
        kind=kind,
        message=Words(zh=words.zh.format_map(values), en=words.en.format_map(values)),
        file=file,
        page=page,
        place=place,
        hint=hint,
        blocks_absence=kind in _HIDES_TEXT,
    )
