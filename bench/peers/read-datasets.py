"""Reads a folder that `bukti export` wrote with tools of other people and says whether all of them see the
same table: pandas (with the types of datapackage.json) and pyarrow, frictionless (Data Package 2.0 and
foreign keys), csvw (W3C CSV on the Web), rdflib and pySHACL (the properties that DCAT-AP 3 makes mandatory).

    python -m venv venv && venv/bin/pip install pandas pyarrow frictionless csvw pyshacl
    venv/bin/python bench/peers/read-datasets.py FOLDER...

Exit status 1 where anything differs.
"""

import hashlib
import json
import sys
import warnings
from decimal import Decimal
from pathlib import Path

import pandas
import pyarrow.parquet as parquet
from csvw import TableGroup
from frictionless import Package
from pyshacl import validate
from rdflib import Graph

warnings.filterwarnings("ignore")
# csvw reads some hundred rows a second.
MOST_CSVW = 4000
TYPES = {"string": str, "integer": "Int64", "number": str, "boolean": str, "date": str, "datetime": str}

# The classes and properties that DCAT-AP 3 makes mandatory, and the ranges that CKAN's harvester relies on.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix spdx: <http://spdx.org/rdf/terms#> .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 2 ; sh:datatype <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> ; sh:uniqueLang true ] ;
  sh:property [ sh:path dct:description ; sh:minCount 2 ; sh:uniqueLang true ] ;
  sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dct:accessRights ; sh:maxCount 1 ; sh:class dct:RightsStatement ] ;
  sh:property [ sh:path dct:temporal ; sh:class dct:PeriodOfTime ] ;
  sh:property [ sh:path dct:accrualPeriodicity ; sh:maxCount 1 ; sh:class dct:Frequency ] ;
  sh:property [ sh:path dct:issued ; sh:maxCount 1 ; sh:datatype xsd:date ] ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:byteSize ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path dct:format ; sh:maxCount 1 ; sh:class dct:MediaTypeOrExtent ] ;
  sh:property [ sh:path dct:license ; sh:maxCount 1 ; sh:class dct:LicenseDocument ] ;
  sh:property [ sh:path spdx:checksum ; sh:maxCount 1 ; sh:class spdx:Checksum ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
"""


def sums(folder):
    wrong = []
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ", 1)
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            wrong.append(name)
    return wrong


def same_table(folder):
    """data.csv, read with the types it declares, against data.parquet; cell by cell, numbers as decimals."""
    package = json.loads((folder / "datapackage.json").read_text())
    resource = package["resources"][0]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    decimal = next((field.get("decimalChar", ".") for field in fields.values() if field["type"] == "number"), ".")
    frame = pandas.read_csv(
        folder / "data.csv",
        sep=resource["dialect"]["delimiter"],
        dtype={name: TYPES[field["type"]] for name, field in fields.items()},
        keep_default_na=False,
        na_values=[""],
    )
    table = parquet.read_table(folder / "data.parquet").to_pylist()
    differing = 0
    for row, other in zip(frame.to_dict("records"), table, strict=True):
        for name, field in fields.items():
            value, want = row[name], other[name]
            if want is None or pandas.isna(value):
                differing += not (want is None and pandas.isna(value))
            elif field["type"] == "number":
                differing += Decimal(str(value).replace(decimal, ".")) != want
            elif field["type"] == "boolean":
                differing += (value == "true") != want
            elif field["type"] == "string":
                neutral = f"'{want}" if want[:1] in "=+-@\t\r" and want else want
                differing += value != neutral
            else:
                differing += str(value) != str(want)
    return len(frame), differing


def naive(folder):
    """What happens to codes of regions where nobody says that they are text."""
    frame = pandas.read_csv(folder / "data.csv", sep=None, engine="python")
    return {name: str(frame[name].dtype) for name in ("province", "regency") if name in frame}


def main(folders):
    bad = 0
    for folder in map(Path, folders):
        problems = [f"hash of {name}" for name in sums(folder)]
        rows, differing = same_table(folder)
        if differing:
            problems.append(f"{differing} cells of data.csv differ from data.parquet")
        package = Package(str(folder / "datapackage.json"))
        # frictionless counts no bytes of Parquet and reads neither Arrow nor workbooks as they are described;
        # pyarrow has read the first, and SHA256SUMS holds the hash of each.
        for name in ("data-parquet", "data-arrow", "data-json", "data-id-xlsx", "data-en-xlsx"):
            if package.has_resource(name):
                package.remove_resource(name)
        report = package.validate()
        if not report.valid:
            problems += [str(error) for error in report.flatten(["name", "rowNumber", "type", "message"])[:5]]
        group = TableGroup.from_file(folder / "csv-metadata.json")
        if rows <= MOST_CSVW:
            if not group.check_referential_integrity(strict=False):
                problems.append("csvw: foreign keys")
            counted = sum(1 for _ in group.tables[0].iterdicts())
            if counted != rows:
                problems.append(f"csvw reads {counted} rows")
        graph = Graph().parse(folder / "dcat.jsonld", format="json-ld", base=folder.resolve().as_uri() + "/")
        conforms, _, text = validate(graph, shacl_graph=Graph().parse(data=SHAPES, format="turtle"))
        if not conforms:
            problems.append(text[:600])
        if len(graph) < 30:
            problems.append(f"dcat.jsonld says only {len(graph)} things")
        print(f"{folder.name}: {rows} rows, {len(graph)} triples, naive types {naive(folder)}: {'; '.join(problems) or 'all agree'}")
        bad += bool(problems)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
