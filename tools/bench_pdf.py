#!/usr/bin/env python3
"""`zhiheng bench pdf` beside LibreOffice and WeasyPrint, which print the same two-page decision in the same run.

    tools/bench_pdf.py build/release/zhiheng build/fonts

LibreOffice converts the DOCX that zhiheng writes of the paper, once in a call of its own, as a server without a
conversion service would, and twenty files in one call, less what the first call takes, so that its start does not
count. WeasyPrint prints HTML with the same words inside one process,
its imports and its first paper not counted.
"""
import html
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
COPIES = 20
FORM = "coercive_measure_decision"


def facts():
    case = json.loads((HERE / "tests/golden/case_milk.json").read_text())
    act = case["acts"][2]
    return {**case, "acts": case["acts"][:3], "act": act, "today": act["at"][:10], "number": "临东市监强制〔2024〕1号"}


def seconds(work):
    start = time.monotonic()
    work()
    return time.monotonic() - start


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def libreoffice(folder, docx):
    files = []
    for i in range(COPIES):
        copy = folder / f"paper{i}.docx"
        copy.write_bytes(docx.read_bytes())
        files.append(str(copy))

    def convert(some):
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
            "--outdir", str(folder / "out"), *some)

    convert(files[:1])
    one = seconds(lambda: convert(files[:1]))
    return one * 1000, (seconds(lambda: convert(files)) - one) / (COPIES - 1) * 1000


WEASYPRINT = """
import json, statistics, sys, time
from weasyprint import HTML
words = sys.stdin.read()
times = []
for _ in range(6):
    start = time.monotonic()
    HTML(string=words).write_pdf()
    times.append(time.monotonic() - start)
print(json.dumps(statistics.median(times[1:]) * 1000))
"""


def weasyprint(words):
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in words.splitlines())
    page = ("<html lang=zh-CN><style>@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:counter(page)}}"
            "body{font:15.75pt/28.9pt 'FandolFang','Noto Serif CJK SC'}p{margin:0;text-align:justify}</style>" + lines)
    return float(run("/usr/bin/python3", "-c", WEASYPRINT, input=page))


def main():
    program, fonts = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        given = folder / "facts.json"
        given.write_text(json.dumps(facts(), ensure_ascii=False))
        for kind in ("docx", "txt"):
            run(program, "render", FORM, str(given), "-o", str(folder / f"paper.{kind}"), "--fonts", fonts)
        measured = json.loads(run(program, "bench", "pdf", str(given), FORM, fonts))
        own = measured["median_ms"]
        one_call, office = libreoffice(folder, folder / "paper.docx")
        weasy = weasyprint((folder / "paper.txt").read_text())
    print(json.dumps({"zhiheng": measured,
                      "libreoffice_call_ms": round(one_call, 1), "libreoffice_call_ratio": round(one_call / own, 1),
                      "libreoffice_ms": round(office, 1), "libreoffice_ratio": round(office / own, 1),
                      "weasyprint_ms": round(weasy, 1), "weasyprint_ratio": round(weasy / own, 1),
                      "load": os.getloadavg()[0]}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
