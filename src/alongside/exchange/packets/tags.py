"""The tags of several PDFs as those of one, so that the whole reads aloud as each part did.

A tagged PDF has one tree of tags, and a table from each page to its tags. Trees are hung side by side under one
document, page numbers in the table are counted on, and the names that tell table headings apart get the number of the
part they came from.
"""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf


class Tags:
    """The tree of tags of a PDF that grows part by part. `is_whole` says whether every part had tags."""

    def __init__(self, whole: Pdf) -> None:
        self.whole = whole
        self.is_whole = True
        self.parts = Array()
        self.of_pages = Array()
        self.pages_seen = 0
        self.roles = Dictionary()

    def take(self, part: Pdf, pages: list[Any], title: str) -> None:
        """Take over the tags of a part whose pages are in the whole already, as `pages`."""
        root = part.Root.get("/StructTreeRoot")
        if root is None or "/ParentTree" not in root:
            self.is_whole = False
            for page in pages:
                if "/StructParents" in page.obj:
                    del page.obj["/StructParents"]
            return
        taken = self.whole.copy_foreign(part.make_indirect(root) if not root.is_indirect else root)
        section = self.whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, T=title))
        children = taken.K if isinstance(taken.K, Array) else Array([taken.K])
        section.K = children
        for child in children:
            child.P = section
        _rename(children, f"{len(self.parts)}-")
        self.roles.update(dict(taken.get("/RoleMap", Dictionary()).items()))
        self.parts.append(section)
        self._count_on(taken.ParentTree, pages)

    def finish(self) -> None:
        """Write the tree into the whole."""
        document = self.whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=self.parts))
        tree = self.whole.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([document]),
                ParentTree=self.whole.make_indirect(Dictionary(Nums=self.of_pages)),
                ParentTreeNextKey=self.pages_seen,
                RoleMap=self.roles,
            )
        )
        document.P = tree
        for part in self.parts:
            part.P = document
        self.whole.Root.StructTreeRoot = tree
        self.whole.Root.MarkInfo = Dictionary(Marked=True, Suspects=False)

    def _count_on(self, table: Any, pages: list[Any]) -> None:
        given = dict(_numbered(table))
        new = {old: self.pages_seen + nth for nth, old in enumerate(sorted(given))}
        for old in sorted(given):
            self.of_pages.extend([new[old], given[old]])
        self.pages_seen += len(given)
        for page in pages:
            if "/StructParents" in page.obj:
                page.obj.StructParents = new[int(page.obj.StructParents)]
            for note in page.obj.get("/Annots", []):
                if "/StructParent" in note:
                    note.StructParent = new[int(note.StructParent)]


def _numbered(table: Any) -> Any:
    """A number tree's pairs, whether it stands in one node or in several."""
    for kid in table.get("/Kids", []):
        yield from _numbered(kid)
    numbers = list(table.get("/Nums", []))
    for at in range(0, len(numbers), 2):
        yield int(numbers[at]), numbers[at + 1]


def _rename(elements: Any, before: str) -> None:
    """Give the names of table headings, and what points to them, a beginning of their own."""
    waiting = [one for one in elements if isinstance(one, Dictionary)]
    while waiting:
        one = waiting.pop()
        if "/ID" in one:
            one.ID = before + str(one.ID)
        for said in one.get("/A", []) if isinstance(one.get("/A"), Array) else []:
            if isinstance(said, Dictionary) and len(said.get("/Headers", [])):
                said.Headers = Array([before + str(name) for name in said.Headers])
        below = one.get("/K")
        if isinstance(below, Array):
            waiting.extend(kid for kid in below if isinstance(kid, Dictionary) and "/S" in kid)
        elif isinstance(below, Dictionary) and "/S" in below:
            waiting.append(below)
