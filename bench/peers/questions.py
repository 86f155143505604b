"""Recomputes the stock, flows, reasons, returns, coordination and comparisons of two quarters with pandas.

usage: python3 bench/peers/questions.py WORKSPACE   (a workspace in which `bukti run --sample` has run)

Shares no code with Bukti: exports are read by openpyxl, the event log by pandas, states by walking each
report's events, working days by numpy from the holiday seed, design effects by sums over units, Gray's
test by R's cmprsk (left out where Rscript has none). Prints both figures and exits with 1 where one
differs. Needs pandas, numpy, scipy, openpyxl; for comparison only.
"""
import glob, json, re, shutil, subprocess, sys, tempfile
from pathlib import Path
import numpy as np
import openpyxl
import pandas as pd
from scipy import stats

root = Path(__file__).resolve().parents[2]
workspace = Path(sys.argv[1])
seeds = root / "models/seeds"
quarters = {"2026Q1": ("2026-01-01", "2026-03-31"), "2026Q2": ("2026-04-01", "2026-06-30"), "2026Q3": ("2026-07-01", "2026-09-30")}
one_agency = ("kemensos", "Kementerian Sosial")


def fold(text):
    return re.sub(r"[\W_]+", " ", str(text).lower()).strip()


# Exports: the newest row of each report.
months = dict(zip("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(), range(1, 13)))


def day_of(text):
    day, month, year = str(text).replace("\u00a0", " ").split()
    return pd.Timestamp(int(year), months[month], int(day))


rows = []
for file in sorted(glob.glob(str(workspace / "data/inbox/*Ekspor*.xlsx"))):
    header, made = None, None
    for row in openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True):
        if header is None:
            text = " ".join(str(cell) for cell in row if cell is not None)
            if text.startswith("Tanggal Dibuat"):
                made = day_of(re.search(r"\d+ \w+ \d{4}", text).group())
            if row and row[0] == "Tracking ID":
                header = list(row)
            continue
        rows.append({**dict(zip(header, row)), "made": made})
exports = pd.DataFrame(rows)
exports["key"] = exports["Tracking ID"].astype(str).str.strip("\u00a0 ").str.removesuffix(".0")
exports["aside"] = exports["Status Laporan"].map(fold).str.startswith("diarsip")
exports["order"] = pd.to_numeric(exports["ID Instansi Terdisposisi"].astype(str).str.strip("\u00a0 "), errors="coerce")
exports = exports.sort_values(["key", "made", "aside", "order"], ascending=[True, False, True, True], kind="stable")
reports = exports.drop_duplicates("key").set_index("key")
reports["day"] = reports["Tanggal Laporan Masuk"].map(day_of)
clock = reports["Waktu Laporan Masuk"].astype(str).str.strip("\u00a0 ")
reports["at"] = reports["day"] + pd.to_timedelta(clock.where(clock.str.match(r"^\d\d:\d\d:\d\d$")))

patterns = pd.read_csv(seeds / "reason_pattern.csv").sort_values("priority")


def reason_of(raw):
    text = fold(raw)
    if text in ("", "none", "nan"):
        return "none_given"
    found = next((code for pattern, code in zip(patterns["pattern"], patterns["reason_code"]) if re.search(pattern, text)), None)
    return found or "other"


reports["reason"] = reports["Alasan Tunda/Arsip"].map({raw: reason_of(raw) for raw in reports["Alasan Tunda/Arsip"].unique()})
classes = pd.read_csv(seeds / "classification_map.csv").set_index("raw")["code"]
limits = pd.read_csv(seeds / "clock_limit.csv").query("clock == 'resolve'").set_index("classification")["working_days"]
reports["limit"] = reports["Klasifikasi Laporan"].map(fold).map(classes).fillna("unknown").map(limits)
category = pd.read_csv(seeds / "category.csv")
category_of = {fold(name): code for name, code in zip(category["source_name"], category["category_code"])}
category_of |= {fold(name): code for name, code in zip(category["name_id"], category["category_code"]) if fold(name) not in category_of}
topics = pd.read_csv(seeds / "category_topic.csv").set_index("topic")["category_code"]
reports["category"] = reports["Kategori"].map(lambda raw: category_of.get(fold(raw)) or topics.get(fold(raw), "unknown"))
# Names as they stand: places written in two ways are two, which only makes bursts smaller.
reports["place"] = reports["Kota/Kabupaten"].where(~reports["Kota/Kabupaten"].map(fold).isin(["", "none"]), reports["Provinsi"]).map(fold)
reports["sector"] = reports["category"].map(category.set_index("category_code")["sector"]).fillna("unknown")

people = pd.read_csv(workspace / "data/inbox/SINTETIS-Atribut-Pelapor.csv", skiprows=2, dtype=str)
people["key"] = people["Tracking ID"].str.strip("\u00a0 ").str.removesuffix(".0")
sexes = pd.read_csv(seeds / "sex_map.csv").set_index("raw")["code"]
reports["sex"] = people.drop_duplicates("key", keep="last").set_index("key")["Jenis Kelamin"].map(fold).map(sexes).reindex(reports.index).fillna("unknown")

# Working days.
holidays = pd.read_csv(seeds / "holiday.csv")
calendar = np.busdaycalendar(holidays=holidays["date"].to_numpy(dtype="datetime64[D]"))


def ordinal(days):
    return np.busday_count(np.datetime64("2013-01-01"), np.asarray(days, dtype="datetime64[D]") + 1, busdaycal=calendar)


def as_of(period):
    last = np.datetime64(quarters[period][1], "D")
    return pd.Timestamp(np.busday_offset(last, 15, roll="backward", busdaycal=calendar))


# Agencies: the seeds' names, and the local governments by their region.
agencies = pd.read_csv(seeds / "agency.csv")
regions = pd.read_csv(seeds / "region.csv", dtype=str)
code_of = {fold(name): code for name, code in zip(agencies["name_id"], agencies["agency_code"])}
type_of_seed = agencies.set_index("agency_code")["agency_type"]
for row in regions.itertuples():
    prefix = {"provinsi": "prov-", "kabupaten": "kab-", "kota": "kota-"}[row.kind]
    code_of[fold("Pemerintah " + ("Provinsi " if row.kind == "provinsi" else "") + row.name)] = prefix + row.region_code
for row in pd.read_csv(seeds / "region_alias.csv", dtype=str).query("level == 'province'").itertuples():
    code_of[fold("Pemerintah Provinsi " + row.alias)] = f"prov-{row.region_code}"

# Events.
log = pd.read_csv(workspace / "data/inbox/SINTETIS-Log-Peristiwa.csv", skiprows=2, dtype=str)
log["key"] = log["Tracking ID"].str.strip("\u00a0 ").str.removesuffix(".0")
log["at"] = pd.to_datetime(log["Waktu"])
kinds = ["submitted", "verified", "returned", "forwarded", "responded", "postponed", "resolved", "archived", "deleted", "withdrawn", "reopened"]
parts = dict(masuk="submitted", verif="verified", kembalikan="returned", disposisi="forwarded", tindaklanjut="responded",
             tunda="postponed", selesai="resolved", ditutup="resolved", arsip="archived", hapus="deleted", cabut="withdrawn", buka="reopened")
log["event"] = log["Peristiwa"].map({raw: next(code for part, code in parts.items() if part in raw.lower()) for raw in log["Peristiwa"].unique()})
log["agency"] = log["Instansi"].str.strip("\u00a0 ")
log["rank"] = log["event"].map(kinds.index)
log["code"] = log["agency"].map({name: code_of.get(fold(name), name) for name in log["agency"].unique()})
log = log[log["key"].isin(reports.index)].drop_duplicates(["key", "at", "event", "agency"])
# Two forwardings of one second: the lowest code comes last and is responsible.
log = log.sort_values(["key", "at", "rank", "code"], ascending=[True, True, True, False], kind="stable")

finished = {"resolved", "archived", "deleted", "withdrawn"}
pending = {"unverified", "forwarded", "in_progress", "postponed"}


def walk(events):
    """State and agency at the end of each day on which something happened."""
    state, holder, sent_to, days = None, None, None, []
    for at, event, agency in events:
        named = None if agency == "-" else agency
        if event in ("submitted", "verified"):
            state = state or "unverified"
        elif event == "forwarded":
            state, holder, sent_to = "forwarded", named, named
        elif event == "returned":
            if state not in finished and state != "in_progress" and state != "postponed" and (sent_to is None or named in (None, sent_to)):
                state, holder = "unverified", None
        elif event in ("responded", "postponed"):
            if state not in finished:
                state = "in_progress" if event == "responded" else "postponed"
                holder = sent_to or named
        elif event == "reopened":
            state, holder = "in_progress", sent_to or holder
        else:
            state, holder = event, sent_to or named or holder
        day = at.normalize()
        if days and days[-1][0] == day:
            days[-1] = (day, state, holder)
        else:
            days.append((day, state, holder))
    return days


events = {}
for key, at, event, agency in zip(log["key"], log["at"], log["event"], log["agency"]):
    events.setdefault(key, []).append((at, event, agency))
courses = {}
for key, submitted in reports["day"].items():
    course = [(max(day, submitted), state, holder or "unknown") for day, state, holder in walk(events.get(key, []))]
    if course and course[0][0] > submitted:
        course.insert(0, (submitted, "unverified", "unknown"))
    courses[key] = course


def state_on(day):
    """State and agency of every report on the evening of a day."""
    found = {}
    for key, course in courses.items():
        now = None
        for begin, state, holder in course:
            if begin > day:
                break
            now = (state, holder)
        found[key] = now or (None, None)
    return pd.DataFrame.from_dict(found, orient="index", columns=["state", "agency"])




def type_of(name):
    for prefix, kind in (("Pemerintah Provinsi", "provinsi"), ("Pemerintah Kabupaten", "kabupaten"), ("Pemerintah Kota", "kota")):
        if name.startswith(prefix):
            return kind
    return type_of_seed.get(code_of.get(fold(name), ""), "unknown")


expected = []


def expect(query, dims, metric, value, path=("value",)):
    expected.append((query, dims, metric, path, value))


def q(period, metrics, by="", compare="", where=""):
    return (period, metrics, by, compare, where)


# Backlog: stock and flows.
late_days = {period: state_on(pd.Timestamp(last)) for period, (_, last) in quarters.items()}


def flows(period, agency=None):
    first, last = map(pd.Timestamp, quarters[period])
    out = dict.fromkeys(["opening", "entered_new", "entered_again", "entered_transfer", "left_resolved", "left_archived", "left_other", "left_transfer"], 0)
    for course in courses.values():
        before = (None, None)
        for day, state, holder in [*course, (pd.Timestamp.max, "end", None)]:
            was, now = before[0] in pending, state in pending
            if day >= first and before[0] is not None and was and opening_of(before, day, first, agency):
                out["opening"] += 1
            if state == "end":
                break
            if first <= day <= last:
                mine, his = agency in (None, holder), agency in (None, before[1])
                if now and not was and mine:
                    out["entered_new" if before[0] is None else "entered_again"] += 1
                elif was and not now and his:
                    out["left_" + (state if state in ("resolved", "archived") else "other")] += 1
                elif was and now and holder != before[1]:
                    out["entered_transfer"] += mine
                    out["left_transfer"] += his
            before = (state, holder, day)
    return out


def opening_of(before, day, first, agency):
    return before[2] < first <= day and agency in (None, before[1])


for period in ("2026Q3", "2026Q2"):
    last = pd.Timestamp(quarters[period][1])
    for agency in (None, one_agency):
        here = late_days[period].join(reports[["day", "limit"]])
        here = here[here["state"].isin(pending)]
        if agency:
            here = here[here["agency"] == agency[1]]
        age = ordinal([last])[0] - ordinal(here["day"])
        values = {"count": len(here), "postponed": int((here["state"] == "postponed").sum()),
                  "beyond_limit": int(((here["state"] != "postponed") & (age > here["limit"])).sum()),
                  "age_median": int(np.sort(age)[int(np.ceil(len(age) / 2)) - 1]),
                  "age_0_5": int((age <= 5).sum()), "age_6_14": int(((age > 5) & (age <= 14)).sum()),
                  "age_15_60": int(((age > 14) & (age <= 60)).sum()), "age_over_60": int((age > 60).sum()),
                  **flows(period, agency and agency[1])}
        for name, value in values.items():
            query = q(period, "backlog", where=f"agency={agency[0]}" if agency else "")
            expect(query, {}, f"backlog.{name}", value)

# Postponed days; first ends of the clocks.
firsts = log[log["rank"].between(4, 9)].groupby(["key", "event"])["at"].min().unstack().reindex(reports.index)
submitted_log = log[log["event"] == "submitted"].groupby("key")["at"].min().reindex(reports.index)
first_stamp = pd.concat([reports["at"].dt.floor("s"), submitted_log], axis=1).min(axis=1)
competing = firsts[["archived", "deleted", "withdrawn"]].min(axis=1)


def report_clock(event, members, day):
    """Working days, cause (0 open, 1 awaited, 2 competing) of valid reports by a day; and their follow-up."""
    own, other = firsts.loc[members, event], competing.loc[members]
    awaited = own.notna() & ~(other < own)
    end = own.where(awaited, other)
    begin = reports.loc[members, "day"]
    bad = (end < first_stamp.loc[members]) | (end.dt.normalize() < begin)
    seen = end.notna() & (end.dt.normalize() <= day)
    cause = np.where(seen, np.where(awaited, 1, 2), 0)
    stop = np.where(seen, ordinal(end.fillna(day)), ordinal([day])[0])
    found = pd.DataFrame({"t": stop - ordinal(begin), "cause": cause, "follow": ordinal([day])[0] - ordinal(begin), "end": end}, index=members)
    return found[~bad]


def curve_of(t, cause, days=400):
    at_risk, survival, incidence, curve = len(t), 1.0, 0.0, []
    ends = {code: np.bincount(np.asarray(t)[np.asarray(cause) == code], minlength=days) for code in (0, 1, 2)}
    for day in range(days):
        if at_risk > 0:
            incidence += survival * ends[1][day] / at_risk
            survival *= 1 - (ends[1][day] + ends[2][day]) / at_risk
        at_risk -= ends[0][day] + ends[1][day] + ends[2][day]
        curve.append(incidence)
    return curve


def median_of(curve):
    return next((day for day, value in enumerate(curve) if value >= 0.5 - 1e-12), None)


def members_of(period):
    first, last = map(pd.Timestamp, quarters[period])
    return reports.index[(reports["day"] >= first) & (reports["day"] <= last)]


def postponed_until(key, stop):
    total, course = 0, courses[key]
    for (begin, state, _), following in zip(course, [*course[1:], None]):
        if state == "postponed" and begin < stop:
            until = min(following[0], stop) if following else stop
            total += int(ordinal([until])[0] - ordinal([begin])[0])
    return total


for period in ("2026Q3", "2026Q2"):
    day = as_of(period)
    net = report_clock("resolved", members_of(period), day).join(reports["limit"])
    has = {key for key in net.index if any(state == "postponed" for _, state, _ in courses[key])}
    away = pd.Series({key: postponed_until(key, min(net.at[key, "end"].normalize() if pd.notna(net.at[key, "end"]) else day, day)) for key in has}).reindex(net.index).fillna(0).astype(int)
    net["t"], net["follow"] = net["t"] - away, net["follow"] - away
    judged = net["follow"] >= net["limit"]
    query = q(period, "resolve_net.median,resolve_net.within_limit,resolve_net.started")
    expect(query, {}, "resolve_net.started", len(net))
    expect(query, {}, "resolve_net.median", median_of(curve_of(net["t"], net["cause"])))
    expect(query, {}, "resolve_net.within_limit", float(((net["cause"] == 1) & (net["t"] <= net["limit"]) & judged).sum() / judged.sum()))

# Reopened.
resolved_first = firsts["resolved"].dropna()
later = log[log["event"].isin(["reopened", "archived", "deleted", "withdrawn"])].merge(resolved_first.rename("solved"), left_on="key", right_index=True)
later = later[(later["at"] > later["solved"]) | ((later["at"] == later["solved"]) & (later["rank"] > 6))]
later = later.drop_duplicates("key").set_index("key")
for period in ("2026Q3", "2026Q2", "2026Q1"):
    first, last = map(pd.Timestamp, quarters[period])
    day = as_of(period)
    solved = resolved_first[(resolved_first >= first) & (resolved_first < last + pd.Timedelta(days=1))]
    end = later["at"].reindex(solved.index)
    seen = end.notna() & (end.dt.normalize() <= day)
    cause = np.where(seen, np.where(later["event"].reindex(solved.index) == "reopened", 1, 2), 0)
    t = np.where(seen, ordinal(end.fillna(day)), ordinal([day])[0]) - ordinal(solved)
    query = q(period, "reopened.started,reopened.incidence_60")
    expect(query, {}, "reopened.started", len(solved))
    if period == "2026Q3":  # ten or more are not followed for 60 days: the product gives none
        expect(query, {}, "reopened.incidence_60", curve_of(t, cause)[60] if (ordinal([day])[0] - ordinal(solved) >= 60).sum() >= 10 else None)
    else:
        expect(query, {}, "reopened.incidence_60", curve_of(t, cause)[60])

# Forwardings and returns.
sent = log[log["event"] == "forwarded"][["key", "at", "agency"]].reset_index(drop=True)
sent["number"] = sent.index
ends = log[log["event"].isin(["returned", "responded", "archived", "deleted", "withdrawn"])][["key", "at", "rank", "event", "agency"]]
both = sent.merge(ends, on="key", suffixes=("", "_end"))
both = both[(both["at_end"] >= both["at"]) & (both["event"].isin(["archived", "deleted", "withdrawn"]) | (both["agency_end"] == both["agency"]))]
both = both.sort_values(["number", "at_end", "rank"]).drop_duplicates("number").set_index("number")
sent["end"], sent["cause"] = both["at_end"].reindex(sent["number"]), both["event"].reindex(sent["number"])
sent["type"] = sent["agency"].map({name: type_of(name) for name in sent["agency"].unique()})


def forwardings(period):
    first, last = map(pd.Timestamp, quarters[period])
    mine = sent[(sent["at"] >= first) & (sent["at"] < last + pd.Timedelta(days=1))]
    return mine.assign(returned=(mine["cause"] == "returned") & (mine["end"].dt.normalize() <= as_of(period)))


for period in ("2026Q3", "2026Q2"):
    for kind, group in forwardings(period).groupby("type"):
        query = q(period, "returned", by="agency_type")
        expect(query, {"agency_type": kind}, "returned.count", int(group["returned"].sum()))
        expect(query, {"agency_type": kind}, "returned.share", float(group["returned"].mean()))

# State on the as-of day: returns, status, reasons, coordinators.
given_back = log[log["event"] == "returned"]
statuses = pd.read_csv(seeds / "status_map.csv").set_index("raw")["code"]
exports["state"] = exports["Status Laporan"].map(fold).map(statuses)
exports["reason"] = exports["Alasan Tunda/Arsip"].map({raw: reason_of(raw) for raw in exports["Alasan Tunda/Arsip"].unique()})
reports["exported"] = exports.drop_duplicates("key").set_index("key")["state"]
told = exports[exports["state"].isin(["postponed", "archived"]) & (exports["reason"] != "none_given")]
told = told.drop_duplicates(["key", "state"]).set_index(["key", "state"])["reason"]


def reason_for(key, state, exported, newest):
    """The newest reason an export gave for this state; unknown where none showed the report in it."""
    if (key, state) in told.index:
        return told[(key, state)]
    return newest if exported == state else "unknown"


coordination = pd.read_csv(seeds / "coordination.csv")
sector_coordination = pd.read_csv(seeds / "sector_coordination.csv")
cohorts = {}
for period in quarters:
    day = as_of(period)
    now = state_on(day).loc[members_of(period)].join(reports[["day", "limit", "reason", "sector", "sex", "category", "place", "exported"]])
    age = ordinal([day])[0] - ordinal(now["day"])
    is_open = now["state"].isin(["unverified", "forwarded", "in_progress"])
    now["status"] = now["state"].where(~is_open, np.where(age > now["limit"], "open_beyond", "open_within"))
    answered = firsts.loc[now.index, "responded"].dt.normalize() <= day
    ended = competing.loc[now.index].dt.normalize() <= day
    now["derived"] = np.select(
        [now["status"].isin(["postponed", "archived"]), (now["status"] == "open_beyond") & answered, now["status"] == "open_beyond"],
        [now["status"], "in_process_beyond", "no_response_beyond"], "none")
    now["why"] = ["none_given" if status == "open_beyond" else reason_for(key, status, exported, newest)
                  for key, status, exported, newest in zip(now.index, now["status"], now["exported"], now["reason"])]
    times = given_back[given_back["at"].dt.normalize() <= day].groupby("key").size().reindex(now.index).fillna(0)
    now["returns"] = times.map(lambda n: "3+" if n >= 3 else str(int(n)))
    in_force = coordination[coordination["valid_from"] <= str(day.date())].sort_values("valid_from").drop_duplicates("agency_code", keep="last").set_index("agency_code")["coordinator_code"]
    of_sector = sector_coordination[sector_coordination["valid_from"] <= str(day.date())].sort_values("valid_from").drop_duplicates("sector", keep="last").set_index("sector")["coordinator_code"]

    def coordinator(agency, sector):
        if agency == "unknown":
            return "unknown"
        own = in_force.get(code_of.get(fold(agency), ""))
        if own is None and type_of(agency) in ("provinsi", "kabupaten", "kota"):
            own = of_sector.get(sector)
        return own or "none"

    now["coordinator"] = [coordinator(agency, sector) for agency, sector in zip(now["agency"], now["sector"])]
    cohorts[period] = now
    if period == "2026Q1":
        continue
    for dimension, column in (("returns", "returns"), ("status", "status"), ("coordinator", "coordinator")):
        for code, n in now[column].value_counts().items():
            expect(q(period, "received.count", by=dimension), {dimension: code}, "received.count", int(n))
    bad = now[now["status"].isin(["open_beyond", "postponed", "archived"])]
    for dimension, column in (("derived_reason", "derived"), ("reason", "why")):
        for code, n in bad[column].value_counts().items():
            query = q(period, "unresolved_reason", by=dimension)
            expect(query, {dimension: code}, "unresolved_reason.count", int(n))
            expect(query, {dimension: code}, "unresolved_reason.share", float(n / len(bad)))

# Bodies in office without any report.
for period in ("2026Q3", "2026Q2"):
    first, last = quarters[period]
    bodies = {row.agency_code: row.agency_type for row in agencies.itertuples() if row.valid_from <= last and (pd.isna(row.valid_to) or row.valid_to > first)}
    for row in regions.itertuples():
        if row.valid_from <= last and (pd.isna(row.valid_to) or row.valid_to > first):
            bodies[{"provinsi": "prov-", "kabupaten": "kab-", "kota": "kota-"}[row.kind] + row.region_code] = row.kind
    heard = {code_of.get(fold(name), name) for name in {*forwardings(period)["agency"], *cohorts[period]["agency"]}}
    silent = pd.Series(bodies)[[name not in heard for name in bodies]]
    expect(q(period, "bodies"), {}, "bodies.count", len(bodies))
    expect(q(period, "bodies"), {}, "bodies.zero", len(silent))
    for kind, n in silent.value_counts().items():
        expect(q(period, "bodies", by="agency_type"), {"agency_type": kind}, "bodies.zero", int(n))

# Comparisons.


def weeks_of(days, period):
    first, last = map(pd.Timestamp, quarters[period])
    whole = ((last - first).days + 1) // 7
    return (days - first).dt.days * whole // ((last - first).days + 1)


def unit_deff(groups):
    """Rao and Scott's common effect: Wald's variance between clusters over the pooled binomial one. (x, cluster) each."""
    n, x = sum(len(g) for g in groups), sum(g["x"].sum() for g in groups)
    pooled, wald, df = x / n, 0.0, 0
    for group in groups:
        residual = (group["x"] - group["x"].mean()).groupby(group["cluster"]).sum()
        m = len(residual)
        wald += m / (m - 1) * (residual**2).sum() / len(group) ** 2
        df += m - 1
    return max(1.0, wald / (pooled * (1 - pooled) * sum(1 / len(g) for g in groups))), df


def p_of(z, df):
    return float(2 * (stats.norm.sf(abs(z)) if df >= 30 else stats.t.sf(abs(z), df)))


def weekly_variance(group):
    share, n = group["x"].mean(), len(group)
    residual = (group["x"] - share).groupby(group["cluster"]).sum()
    m = len(residual)
    binomial = share * (1 - share) / n
    return binomial if m < 2 else max(binomial, m / (m - 1) * (residual**2).sum() / n**2)


def effective_agencies(side):
    """As many equally large agencies as would hold the cases alike."""
    sizes = side.groupby("unit").size()
    return len(side) ** 2 / (sizes**2).sum()


def longer_shocks(now, base):
    """Agencies' changes beyond their weeks and the common move (method of moments), as a design effect."""
    sides = [dict(list(side.groupby("unit"))) for side in (now, base)]
    both = [unit for unit in sides[0] if unit in sides[1] and min(len(side[unit]) for side in sides) >= 10]
    if len(both) < 10:
        return 0.0
    whole = [pd.concat([side[unit]["x"] for unit in both]).mean() for side in sides]
    excess = weights = 0.0
    for unit in both:
        one, other = sides[0][unit], sides[1][unit]
        weight = len(one) * len(other) / (len(one) + len(other))
        change = one["x"].mean() - other["x"].mean() - (whole[0] - whole[1])
        excess += weight * (change**2 - weekly_variance(one) - weekly_variance(other))
        weights += weight
    volatility = max(0.0, excess / weights / 2)
    pooled = pd.concat([now["x"], base["x"]]).mean()
    spread = sum((side.groupby("unit").size() ** 2).sum() / len(side) ** 2 for side in (now, base))
    return volatility * spread / (pooled * (1 - pooled) * (1 / len(now) + 1 / len(base)))


def share_test(now, base):
    weekly, df = unit_deff([now, base])
    longer = longer_shocks(now, base)
    deff = weekly + longer
    if longer > 0:
        few = max(5.0, effective_agencies(now) + effective_agencies(base) - 2)
        df = deff**2 / (weekly**2 / df + longer**2 / few)
    n = len(now) + len(base)
    pooled = (now["x"].sum() + base["x"].sum()) / n
    z = (now["x"].mean() - base["x"].mean()) / np.sqrt(pooled * (1 - pooled) * (1 / len(now) + 1 / len(base)) * deff)
    return {"difference": float(now["x"].mean() - base["x"].mean()), "design_effect": deff, "df": df, "p": p_of(z, df)}


def reason_test(now, base, code, effect=unit_deff):
    """A reason's share, tested at the bound that the move of the unknown share allows."""
    sides = [side.assign(x=(side["why"] == code).astype(int)) for side in (now, base)]
    deff, df = effect(sides)
    (n, share), (m, other) = [(len(side), side["x"].mean()) for side in sides]
    x, y = n * share, m * other
    move = (base["why"] == "unknown").mean() - (now["why"] == "unknown").mean()
    if move > 0 and share > other:
        y = min(y + move * m, share * m)
    elif move < 0 and share < other:
        x = min(x - move * n, other * n)
    pooled = (x + y) / (n + m)
    z = (x / n - y / m) / np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m) * deff)
    return {"difference": float(share - other), "design_effect": deff, "df": df, "p": p_of(z, df)}


def with_cluster(frame, period, day="day"):
    unit = frame["agency"]
    if "category" in frame:
        unit = unit.where(unit != "unknown", "category " + frame["category"])
    return frame.assign(unit=unit, cluster=unit + "|" + weeks_of(frame[day], period).astype(str))


def expect_test(query, dims, metric, found):
    for name, value in found.items():
        expect(query, dims, metric, value, ("comparison", name))


def x_of(period, states, of):
    frame = with_cluster(cohorts[period], period)
    frame = frame[frame["status"].isin(of)]
    return frame.assign(x=frame["status"].isin(states).astype(int))


valid = ["resolved", "archived", "postponed", "open_within", "open_beyond", "withdrawn"]
family, family_metrics = {}, "archived.share,resolved.share,unresolved.share,received.count,returned.share"
for now, base in (("2026Q3", "2026Q2"), ("2026Q2", "2026Q1")):
    query = q(now, family_metrics, compare="previous")
    tests = {}
    for metric, states in (("archived", ["archived"]), ("resolved", ["resolved"]), ("unresolved", ["archived", "postponed", "open_within", "open_beyond"])):
        tests[f"{metric}.share"] = share_test(x_of(now, states, valid), x_of(base, states, valid))
    back = [with_cluster(forwardings(p).assign(x=lambda f: f["returned"].astype(int), day=lambda f: f["at"].dt.normalize()), p) for p in (now, base)]
    tests["returned.share"] = share_test(*back)
    counts, chi2, df = [], 0.0, 0
    for period in (now, base):
        first, last = map(pd.Timestamp, quarters[period])
        weekly = np.bincount(weeks_of(cohorts[period]["day"], period), minlength=((last - first).days + 1) // 7)
        counts.append(int(weekly.sum()))
        chi2 += float(((weekly - weekly.mean()) ** 2 / weekly.mean()).sum())
        df += len(weekly) - 1
    dispersion = max(1.0, chi2 / df)
    days = [(pd.Timestamp(last) - pd.Timestamp(first)).days + 1 for first, last in (quarters[now], quarters[base])]
    places = pd.concat([cohorts[p].assign(p=p, week=weeks_of(cohorts[p]["day"], p)) for p in (now, base)])
    bursts = 0.0
    for period, group in places.groupby("p"):
        weeks = days[0 if period == now else 1] // 7
        grid = group.groupby(["place", "week"]).size()
        whole = grid.groupby(level=0).sum()
        bursts += weeks / (weeks - 1) * ((grid**2).sum() - (whole**2).sum() / weeks)
    dispersion = max(dispersion, bursts / sum(counts))
    z = (counts[0] * days[1] - counts[1] * days[0]) / np.sqrt(sum(counts) * days[0] * days[1] * dispersion)
    tests["received.count"] = {"ratio": counts[0] / days[0] / (counts[1] / days[1]), "design_effect": dispersion, "df": df, "p": p_of(z, df)}
    for metric, found in tests.items():
        expect_test(query, {}, metric, found)
    adjusted = stats.false_discovery_control([found["p"] for found in tests.values()])
    for metric, value in zip(tests, adjusted):
        expect(query, {}, metric, float(value), ("comparison", "q"))

    reasons = []
    for period in (now, base):
        frame = with_cluster(cohorts[period], period)
        reasons.append(frame[frame["status"].isin(["open_beyond", "postponed", "archived"])])
    for code in ("none_given", "duplicate", "not_in_authority"):
        expect_test(q(now, "unresolved_reason.share", by="reason", compare="previous"), {"reason": code}, "unresolved_reason.share", reason_test(*reasons, code))

# Women against men: one cluster holds both, so that its residuals are taken together.


def paired_deff(first, second, clusters):
    together = pd.concat([
        (first["x"] - first["x"].mean()).groupby(first["cluster"]).sum() / len(first),
        -(second["x"] - second["x"].mean()).groupby(second["cluster"]).sum() / len(second)]).groupby(level=0).sum()
    pooled = (first["x"].sum() + second["x"].sum()) / (len(first) + len(second))
    variance = clusters / (clusters - 1) * (together**2).sum()
    return max(1.0, variance / (pooled * (1 - pooled) * (1 / len(first) + 1 / len(second))))


def paired_effect(sides):
    clusters = pd.concat(sides)["cluster"].nunique()
    return paired_deff(*sides, clusters), clusters - 1


for period in ("2026Q3", "2026Q2"):
    frame = with_cluster(cohorts[period], period)
    frame = frame[frame["status"].isin(["open_beyond", "postponed", "archived"])]
    sides = {code: frame[frame["sex"] == code] for code in ("f", "m")}
    for code in ("none_given", "duplicate", "not_in_authority", "already_handled"):
        for one, other in (("f", "m"), ("m", "f")):
            found = reason_test(sides[one], sides[other], code, paired_effect)
            query = q(period, "unresolved_reason.share", by="sex", compare="others")
            expect_test(query, {"sex": one, "reason": code}, "unresolved_reason.share", found)


def gray(first, second):
    """R's cmprsk with rho 1: chi-square of the awaited event."""
    with tempfile.TemporaryDirectory() as folder:
        pd.concat([first.assign(g=1), second.assign(g=2)])[["t", "cause", "g"]].to_csv(f"{folder}/d.csv", index=False)
        code = f'suppressMessages(library(cmprsk)); d <- read.csv("{folder}/d.csv"); cat(cuminc(d$t, d$cause, d$g, rho = 1)$Tests["1", "stat"], "")'
        code = code.replace("cat(", "cat(format(").replace(', "")', ", digits = 15))")
        return float(subprocess.run(["Rscript", "-e", code], check=True, capture_output=True, text=True).stdout)


has_r = shutil.which("Rscript") and subprocess.run(["Rscript", "-e", "library(cmprsk)"], capture_output=True).returncode == 0
for period in ("2026Q3", "2026Q2"):
    times = report_clock("responded", members_of(period), as_of(period)).join(with_cluster(cohorts[period], period)[["sex", "cluster"]])
    # The agency of a report that lacks a clock is still in the cluster, without a case.
    women, men = times[times["sex"] == "f"], times[times["sex"] == "m"]
    clusters = pd.concat([women, men])["cluster"].nunique()
    shares = [lambda f: f["cause"] == 1] + [lambda f, h=h: (f["cause"] == 1) & (f["t"] <= h) for h in (3, 5, 14)]
    deff = max(paired_deff(*(side.assign(x=share(side).astype(int)) for side in (women, men)), clusters) for share in shares)
    found = {"difference": median_of(curve_of(women["t"], women["cause"])) - median_of(curve_of(men["t"], men["cause"])), "design_effect": deff, "df": clusters - 1}
    if has_r:
        found["p"] = float(stats.chi2.sf(gray(women, men) / deff, 1))
    query = q(period, "respond_citizen.median", by="sex", compare="others")
    expect_test(query, {"sex": "f"}, "respond_citizen.median", found)

# Scores of women against those of men: the residuals of both in one cluster together. Women against men and
# men against women are one hypothesis of the family.
reports["score"] = pd.to_numeric(reports["Rating"].astype(str).str.strip("\u00a0 "), errors="coerce")
for period in ("2026Q3", "2026Q2"):
    frame = with_cluster(cohorts[period], period).join(reports["score"])
    frame = frame[frame["sex"].isin(["f", "m"])]
    rated = frame[frame["score"].notna()]
    tests = {}
    for metric, cases in (("rating.mean", rated.assign(x=rated["score"])),
                          ("archived.share", frame[frame["status"].isin(valid)].assign(x=lambda f: (f["status"] == "archived").astype(int)))):
        women, men = cases[cases["sex"] == "f"], cases[cases["sex"] == "m"]
        clusters = cases["cluster"].nunique()
        difference = float(women["x"].mean() - men["x"].mean())
        if metric == "rating.mean":
            together = pd.concat([
                (women["x"] - women["x"].mean()).groupby(women["cluster"]).sum() / len(women),
                -(men["x"] - men["x"].mean()).groupby(men["cluster"]).sum() / len(men)]).groupby(level=0).sum()
            spread = np.sqrt(clusters / (clusters - 1) * (together**2).sum())
        else:
            pooled = cases["x"].mean()
            spread = np.sqrt(pooled * (1 - pooled) * (1 / len(women) + 1 / len(men)) * paired_deff(women, men, clusters))
        tests[metric] = {"difference": difference, "df": clusters - 1, "p": p_of(difference / spread, clusters - 1)}
    query = q(period, "rating.mean,archived.share", by="sex", compare="others")
    adjusted = stats.false_discovery_control([found["p"] for found in tests.values()])
    for (metric, found), value in zip(tests.items(), adjusted):
        for sex, sign in (("f", 1), ("m", -1)):
            found = {**found, "difference": sign * abs(found["difference"]) * np.sign(tests[metric]["difference"]), "q": float(value), "family": 2}
            expect_test(query, {"sex": sex}, metric, found)

# Backlogs: the stocks of two evenings, with the dispersion of the month's ends around their log-linear trend; those
# within 60 working days of the first report are not whole.
first_report = ordinal([reports["day"].min()])[0]


def is_whole(day):
    return ordinal([day])[0] - first_report >= 60


def trend_dispersion(counts):
    y, t = np.asarray(counts, float), np.arange(len(counts)) - (len(counts) - 1) / 2
    design = np.column_stack([np.ones_like(t), t])
    beta = np.array([np.log(y.mean()), 0.0])
    for _ in range(50):
        mean = np.exp(design @ beta)
        beta = beta + np.linalg.solve(design.T @ (design * mean[:, None]), design.T @ (y - mean))
    mean = np.exp(design @ beta)
    return max(1.0, float(((y - mean) ** 2 / mean).sum() / (len(y) - 2))), len(y) - 2


month_ends = pd.date_range("2024-10-31", "2026-09-30", freq="ME")
stocks = {day: state_on(day).query("state in @pending") for day in month_ends}
for agency in (None, one_agency):
    size = {day: int((stock["agency"] == agency[1]).sum()) if agency else len(stock) for day, stock in stocks.items()}
    now, base = size[pd.Timestamp("2026-09-30")], size[pd.Timestamp("2026-06-30")]
    usual = [n for day, n in size.items() if is_whole(day) and day < pd.Timestamp("2026-07-01")]
    deff, df = trend_dispersion(usual)
    found = {"ratio": now / base, "design_effect": deff, "df": df, "p": p_of((now - base) / np.sqrt((now + base) * deff), df)}
    query = q("2026Q3", "backlog.count", compare="previous", where=f"agency={agency[0]}" if agency else "")
    expect_test(query, {}, "backlog.count", found)
for day in month_ends[:4]:
    query = q(day.strftime("%Y-%m"), "backlog.count,backlog.entered_new")
    expect(query, {}, "backlog.count", len(stocks[day]))
    expect(query, {}, "backlog.count", not is_whole(day), ("provisional",))
    expect(query, {}, "backlog.entered_new", False, ("provisional",))

# What the product says.
answers = {}
for query in dict.fromkeys(query for query, *_ in expected):
    period, metrics, by, compare, where = query
    command = ["node", *(["--import", "tsx", str(root / "cli/main.ts")] if "--source" in sys.argv else [str(root / "dist/cli/main.js")])]
    command += ["metrics", *metrics.split(","), "--period", period, "--json", "-w", str(workspace)]
    command += [part for name, value in (("--by", by), ("--compare", compare), ("--where", where)) if value for part in (name, value)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=root)
    if run.returncode:
        sys.exit(run.stderr)
    answers[query] = json.loads(run.stdout)["rows"]
wrong = 0
for query, dims, metric, path, value in expected:
    row = next((row for row in answers[query] if f"{row['metric']}.{row['statistic']}" == metric and all(row["dims"].get(k) == v for k, v in dims.items())), None)
    given = row
    for part in path:
        given = given.get(part) if given else None
    same = given is None and value is None or given is not None and value is not None and abs(given - value) <= 1e-6 * max(1, abs(value))
    wrong += not same
    period, _, by, compare, where = query
    label = " ".join(part for part in (period, metric, *(f"{k}={v}" for k, v in dims.items()), where, compare and f"vs {compare}", path[-1] if path[-1] != "value" else "") if part)
    show = lambda number: f"{'-':>16}" if number is None else f"{number:16.6f}"
    print(f"{label:84} {show(value)} {show(given)} {'equal' if same else 'DIFFERS'}")
print(f"{len(expected) - wrong} of {len(expected)} equal")
sys.exit(1 if wrong else 0)
