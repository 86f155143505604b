"""Recomputes headline figures of the sample's latest quarter from the raw files with pandas alone.

usage: python3 bench/peers/brief.py WORKSPACE   (a workspace in which `bukti run --sample` has run)

Shares no code with Bukti: exports are read by openpyxl, the event log by pandas, working days by
numpy from the holiday seed, incidence by a hand-written Aalen-Johansen. Prints both figures and
exits with 1 where one differs. Needs pandas, numpy, openpyxl; for comparison only.
"""
import glob, json, subprocess, sys
from pathlib import Path
import numpy as np
import openpyxl
import pandas as pd

root = Path(__file__).resolve().parents[2]
workspace = Path(sys.argv[1])
quarter, first, last, as_of = "2026Q3", "2026-07-01", "2026-09-30", "2026-10-21"

months = dict(zip("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(), range(1, 13)))
submitted = {}
for file in sorted(glob.glob(str(workspace / "data/inbox/*Ekspor*.xlsx"))):
    sheet = openpyxl.load_workbook(file, read_only=True).active
    header = None
    for row in sheet.iter_rows(values_only=True):
        if header is None:
            if row and row[0] == "Tracking ID":
                header = {name: i for i, name in enumerate(row)}
            continue
        key = str(row[header["Tracking ID"]]).split(".")[0].strip("\u00a0 ")
        day, month, year = str(row[header["Tanggal Laporan Masuk"]]).replace("\u00a0", " ").split()
        submitted[key] = pd.Timestamp(int(year), months[month], int(day))
reports = pd.Series(submitted)
cohort = reports[(reports >= first) & (reports <= last)]

holidays = pd.read_csv(root / "models/seeds/holiday.csv")
calendar = np.busdaycalendar(holidays=holidays["date"].to_numpy(dtype="datetime64[D]"))


def ordinal(days):
    """Working days up to and including each day."""
    days = np.asarray(days, dtype="datetime64[D]")
    return np.busday_count(np.datetime64("2013-01-01"), days + 1, busdaycal=calendar)


log = pd.read_csv(workspace / "data/inbox/SINTETIS-Log-Peristiwa.csv", skiprows=2, dtype=str)
log["Tracking ID"] = log["Tracking ID"].str.strip("\u00a0 ").str.removesuffix(".0")
log = log.drop_duplicates()
log["at"] = pd.to_datetime(log["Waktu"])
log = log[log["at"] < pd.Timestamp(as_of) + pd.Timedelta(days=1)]
log = log[log["Tracking ID"].isin(cohort.index)]
names = {}
for raw in log["Peristiwa"].unique():
    folded = raw.lower()
    for part, event in (("tindaklanjut", "responded"), ("selesai", "resolved"),
                        ("ditutup", "resolved"), ("arsip", "archived"), ("hapus", "deleted"), ("cabut", "withdrawn")):
        if part in folded:
            names[raw] = event
log["event"] = log["Peristiwa"].map(names)
firsts = log.dropna(subset=["event"]).groupby(["Tracking ID", "event"])["at"].min().unstack()
firsts = firsts.reindex(cohort.index)
competing = firsts[["archived", "deleted", "withdrawn"]].min(axis=1)
start, now = ordinal(cohort), int(ordinal([as_of])[0])


def clock(event):
    """Curve (list of incidence by day) and duration, cause (1 event, 2 competing, 0 open)."""
    own = firsts[event]
    is_event = own.notna() & ~(competing < own)
    end = own.where(is_event, competing)
    cause = np.where(is_event, 1, np.where(end.notna(), 2, 0))
    stop = np.where(cause > 0, ordinal(end.fillna(pd.Timestamp(as_of))), now)
    duration = stop - start
    at_risk, survival, incidence, curve = len(cohort), 1.0, 0.0, []
    for day in range(0, 91):
        here = duration == day
        events, others = int((here & (cause == 1)).sum()), int((here & (cause == 2)).sum())
        if at_risk > 0:
            incidence += survival * events / at_risk
            survival *= 1 - (events + others) / at_risk
        at_risk -= int(here.sum())
        curve.append(incidence)
    return curve, duration, cause


def within(event, limit):
    _, duration, cause = clock(event)
    judged = now - start >= limit
    return float(((cause == 1) & (duration <= limit) & judged).sum() / judged.sum())


def median(curve):
    return next(day for day, value in enumerate(curve) if value >= 0.5 - 1e-12)


deleted = int(firsts["deleted"].notna().sum())
respond, resolve = clock("responded")[0], clock("resolved")[0]
expected = {
    "received.count": len(cohort),
    "received_valid.count": len(cohort) - deleted,
    "deleted.count": deleted,
    "respond_citizen.incidence_3": respond[3],
    "respond_citizen.incidence_5": respond[5],
    "respond_citizen.incidence_14": respond[14],
    "respond_citizen.median": median(respond),
    "respond_citizen.within_limit": within("responded", 8),
    "resolve.incidence_14": resolve[14],
    "resolve.incidence_60": resolve[60],
    "resolve.median": median(resolve),
}
command = ["node", str(root / "dist/cli/main.js"), "metrics", *expected, "--period", quarter, "--json", "-w", str(workspace)]
rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["rows"]
given = {f"{row['metric']}.{row['statistic']}": row["value"] for row in rows}
wrong = 0
for name, value in expected.items():
    same = abs(given[name] - value) < 1e-6
    wrong += not same
    print(f"{name:32} {value:14.6f} {given[name]:14.6f} {'equal' if same else 'DIFFERS'}")
sys.exit(1 if wrong else 0)
