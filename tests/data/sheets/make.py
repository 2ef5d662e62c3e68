"""Writes the data files of this folder: CSV in CP949 by Python, XLSX by openpyxl, ODS by odfpy.

    pip install openpyxl odfpy && python3 make.py

All names and figures are made up.
"""

import datetime

from odf import dc, office, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl import Workbook

HEAD = [
    ["업체명 (대표)", "관할구역", "환경미화원", None, None, "차량"],
    [None, None, "계", "수거원", "운전원", None],
]
ROWS = [
    ["가람환경 (김하나)", "북부", 24, 16, 8, 12],
    ["새솔환경 (이두리)", "북부", 31, 21, 10, 15],
    ["한빛산업 (박세나)", "남부", 1027, 1018, 9, 13],
    ["다온클린 (최너울)", "남부", 19, 12, 7, 9],
]


def csv():
    lines = [
        ["업체명 (대표)", "관할구역", "환경미화원", "<", "<", "차량"],
        ["^", "^", "계", "수거원", "운전원", "^"],
    ] + ROWS
    content = "".join(",".join(map(str, line)) + "\r\n" for line in lines)
    with open("contractors-cp949.csv", "wb") as file:
        file.write(content.encode("cp949"))


def xlsx():
    book = Workbook()
    sheet = book.active
    sheet.title = "업체 현황"
    sheet.append(["대행업체 현황"])
    for row in HEAD + ROWS:
        sheet.append(row)
    for merged in ["A1:F1", "A2:A3", "B2:B3", "C2:E2", "F2:F3"]:
        sheet.merge_cells(merged)
    shown = book.create_sheet("표시 형식")
    shown.append(["이름", "값"])
    for name, value, code in [
        ("날짜", datetime.date(2021, 10, 31), "yyyy-mm-dd"),
        ("한글 날짜", datetime.date(2021, 10, 31), 'yyyy"년" m"월" d"일"(aaa)'),
        ("백분율", 0.1234, "0.0%"),
        ("천원", 234490000, '#,##0,"천원"'),
        ("증감", -1500, '#,##0;"△"#,##0'),
        ("소수", 0.1 + 0.2, "General"),
        ("반올림", 2.345, "0.00"),
        ("글", "한 줄\n두 줄", "General"),
        ("참", True, "General"),
        ("문서번호", "007", "@"),
    ]:
        shown.append([name, value])
        shown.cell(shown.max_row, 2).number_format = code
    broken = book.create_sheet("오류")
    broken.append(["이름", "값"])
    broken.append(["가", 1])
    broken.append(["나", "#REF!"])
    broken["B3"].data_type = "e"
    broken.append(["다", "=B2+1"])
    book.save("contractors.xlsx")


def ods():
    book = OpenDocumentSpreadsheet()
    sheet = table.Table(name="업체 현황")
    for index, row in enumerate(HEAD + ROWS):
        line = table.TableRow()
        for column, value in enumerate(row):
            if value is None:
                line.addElement(table.CoveredTableCell())
                continue
            spans = {}
            if index == 0 and column in (0, 1, 5):
                spans = {"numberrowsspanned": 2, "numbercolumnsspanned": 1}
            if index == 0 and column == 2:
                spans = {"numberrowsspanned": 1, "numbercolumnsspanned": 3}
            if isinstance(value, int):
                cell = table.TableCell(valuetype="float", value=value, **spans)
                cell.addElement(text.P(text=f"{value:,}"))
            else:
                cell = table.TableCell(valuetype="string", **spans)
                cell.addElement(text.P(text=value))
            line.addElement(cell)
        line.addElement(table.TableCell(numbercolumnsrepeated=1018))
        sheet.addElement(line)
    empty = table.TableRow(numberrowsrepeated=1048570)
    empty.addElement(table.TableCell(numbercolumnsrepeated=1024))
    sheet.addElement(empty)
    book.spreadsheet.addElement(sheet)

    shown = table.Table(name="표시 형식")

    def add(name, paragraphs, note=None, **attributes):
        line = table.TableRow()
        label = table.TableCell(valuetype="string")
        label.addElement(text.P(text=name))
        line.addElement(label)
        cell = table.TableCell(**attributes)
        if note:
            annotation = office.Annotation()
            annotation.addElement(dc.Creator(text="담당"))
            annotation.addElement(text.P(text=note))
            cell.addElement(annotation)
        for paragraph in paragraphs:
            cell.addElement(text.P(text=paragraph))
        line.addElement(cell)
        shown.addElement(line)

    add("이름", ["값"], valuetype="string")
    add("날짜", ["2021. 10. 31."], valuetype="date", datevalue="2021-10-31")
    add("백분율", ["12.3%"], valuetype="percentage", value=0.1234)
    add("증감", ["△1,500"], valuetype="float", value=-1500)
    add("소수", ["1,234.50"], valuetype="float", value=1234.5)
    add("글", ["한 줄", "두 줄"], note="보이지 않는 메모", valuetype="string")
    add("수식", ["12"], valuetype="float", value=12, formula="of:=6*2")
    book.spreadsheet.addElement(shown)

    broken = table.Table(name="오류")
    shown = broken
    add("이름", ["값"], valuetype="string")
    add("가", ["#REF!"], valuetype="float", value=0, formula="of:=#REF!+1")
    book.spreadsheet.addElement(broken)
    book.save("contractors.ods")


csv()
xlsx()
ods()
