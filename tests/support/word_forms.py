"""A blank Word form with every kind of place on it."""

import io

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

CONTROL = """<w:sdt {}><w:sdtPr><w:alias w:val="Recipient name"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>
<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click here</w:t></w:r><w:r><w:t> to type</w:t></w:r>
</w:sdtContent></w:sdt>"""
FIELD = """<w:p {}><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Goals"/><w:textInput/></w:ffData>
</w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>     </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""


def form(*, tag="{{ medicaid_id }}", cells=(("Date of birth:", ""), ("County:", "Juniper"))):
    """A blank form with a content control, an older form field, a tag, and a table."""
    word = Document()
    word.add_heading("F-00202 Individual Service Plan")
    word.add_paragraph("Name: ")._p.append(parse_xml(CONTROL.format(nsdecls("w"))))
    word.element.body.insert(2, parse_xml(FIELD.format(nsdecls("w"))))
    word.add_paragraph(f"Id {tag}")
    table = word.add_table(rows=0, cols=2)
    for row in cells:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()
