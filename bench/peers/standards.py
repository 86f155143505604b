"""Expected numbers for standardisation, decomposition and funnels, by statsmodels and scipy.

Usage: python3 bench/peers/standards.py > tests/metrics/golden/standards.json

Needs scipy, statsmodels, numpy. The TypeScript tests read the file and compare to 1e-9. Nothing here
is shared with metrics/.
"""

import json
import math
import warnings
from fractions import Fraction

import numpy as np
import statsmodels.api as sm
from scipy import stats
from scipy.stats.mstats import winsorize
from statsmodels.duration.survfunc import CumIncidenceRight
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

warnings.simplefilter("ignore")
generator = np.random.default_rng(20261125)


def shares():
    """Cell means with robust errors (HC0) by statsmodels; the weighted sum is a contrast of them."""
    rows = []
    for k, level in [(1, 0.95), (3, 0.95), (8, 0.95), (5, 0.99)]:
        weights = generator.integers(1, 50, size=k)
        groups = []
        for _ in range(2):
            whole = generator.integers(10, 80, size=k)
            part = generator.binomial(whole, generator.random(k))
            groups.append((part, whole))
        w = weights / weights.sum()
        found = []
        for part, whole in groups:
            hits = np.concatenate([np.r_[np.ones(x), np.zeros(n - x)] for x, n in zip(part, whole)])
            cell = np.repeat(np.arange(k), whole)
            fit = sm.OLS(hits, np.eye(k)[cell]).fit(cov_type="HC0")
            test = fit.t_test(w)
            low, high = proportion_confint(part, whole, alpha=1 - level, method="wilson")
            p = part / whole
            found.append({
                "value": float(test.effect[0]),
                "variance": float(test.sd[0, 0]) ** 2,
                "low": float(test.effect[0] - np.linalg.norm(w * (p - low))),
                "high": float(test.effect[0] + np.linalg.norm(w * (high - p))),
            })
        # Variance of each stratum's difference from its own z of the pooled test.
        gaps, variances = [], []
        for (x1, n1), (x2, n2) in zip(zip(*groups[0]), zip(*groups[1])):
            gap = x1 / n1 - x2 / n2
            z, _ = proportions_ztest([x1, x2], [n1, n2])
            pooled = (x1 + x2) / (n1 + n2)
            gaps.append(gap)
            variances.append((gap / z) ** 2 if gap else pooled * (1 - pooled) * (1 / n1 + 1 / n2))
        z = float(np.dot(w, gaps) / math.sqrt(np.dot(w**2, variances)))
        one, two = found
        rows.append({
            "weights": weights.tolist(), "level": level,
            "strata": [
                {"first": [int(a), int(b)], "second": [int(c), int(d)]}
                for a, b, c, d in zip(*groups[0], *groups[1])
            ],
            "first": one, "second": two,
            "value": one["value"] - two["value"],
            "low": one["value"] - two["value"] - math.hypot(one["value"] - one["low"], two["high"] - two["value"]),
            "high": one["value"] - two["value"] + math.hypot(one["high"] - one["value"], two["value"] - two["low"]),
            "z": z, "p": float(2 * stats.norm.sf(abs(z))),
        })
    return rows


def curves():
    """Weighted Aalen-Johansen curves by statsmodels and their percentiles."""
    rows = []
    for sizes, scales in [((90, 200, 60), (8, 15, 25)), ((40, 50), (30, 60))]:
        weights, strata, parts = [5, 3, 2][: len(sizes)], [], []
        last = 60
        for n, scale in zip(sizes, scales):
            follow = 77 - generator.integers(0, 16, size=n)
            wait = generator.geometric(1 / scale, size=n) - 1
            cause = np.where(wait <= follow, np.where(generator.random(n) < 0.2, 2, 1), 0)
            time = np.minimum(wait, follow)
            length = int(time.max()) + 1
            strata.append({
                name: np.bincount(time[cause == code], minlength=length).tolist()
                for name, code in [("censored", 0), ("events", 1), ("competing", 2)]
            })
            found = CumIncidenceRight(time, cause)
            place = np.searchsorted(found.times, np.arange(last + 1), side="right") - 1
            value = np.where(place >= 0, found.cinc[0][place], 0.0)
            error = np.where(place >= 0, found.cinc_se[0][place], 0.0)
            # Nothing was censored by day 60: Wilson.
            events = np.array([(wait[cause == 1] <= day).sum() for day in range(last + 1)])
            low, high = proportion_confint(events, n, method="wilson")
            # Where all have ended the package divides by zero; the incidence is a plain share.
            error = np.where(np.isfinite(error), error, np.sqrt(value * (1 - value) / n))
            parts.append((value, error, low, high))
        w = np.array(weights) / sum(weights)
        value = sum(a * part[0] for a, part in zip(w, parts))
        variance = sum(a**2 * part[1] ** 2 for a, part in zip(w, parts))
        low = value - np.sqrt(sum((a * (part[0] - part[2])) ** 2 for a, part in zip(w, parts)))
        high = value + np.sqrt(sum((a * (part[3] - part[0])) ** 2 for a, part in zip(w, parts)))

        def first(curve, q):
            reached = np.flatnonzero(curve >= q - 1e-12)
            return int(reached[0]) if len(reached) else None

        rows.append({
            "weights": weights, "strata": strata, "lastDay": last,
            "points": [
                {"day": day, "value": float(value[day]), "variance": float(variance[day]), "low": float(low[day]), "high": float(high[day])}
                for day in [0, 5, 14, 30, 60]
            ],
            "percentiles": [{"q": q, "value": first(value, q), "low": first(high, q), "high": first(low, q)} for q in [0.25, 0.5, 0.7]],
        })
    return rows


def decomposition():
    """Kitagawa's parts in exact fractions."""
    rows = []
    for k in [1, 2, 6]:
        before = [(int(generator.integers(0, n + 1)), int(n)) for n in generator.integers(1, 90, size=k)]
        after = [(int(generator.integers(0, n + 1)), int(n)) for n in generator.integers(1, 90, size=k)]
        n0, n1 = sum(n for _, n in before), sum(n for _, n in after)
        all0, all1 = Fraction(sum(x for x, _ in before), n0), Fraction(sum(x for x, _ in after), n1)
        parts = []
        for (x0, m0), (x1, m1) in zip(before, after):
            p0, p1, w0, w1 = Fraction(x0, m0), Fraction(x1, m1), Fraction(m0, n0), Fraction(m1, n1)
            parts.append(((w1 - w0) * ((p0 + p1) / 2 - (all0 + all1) / 2), (p1 - p0) * (w0 + w1) / 2))
        mix, performance = sum(m for m, _ in parts), sum(p for _, p in parts)
        assert mix + performance == all1 - all0
        rows.append({
            "before": before, "after": after, "change": float(all1 - all0), "mix": float(mix), "performance": float(performance),
            "strata": [{"mix": float(m), "performance": float(p)} for m, p in parts],
        })
    return rows


def funnel():
    limits = []
    for target, n in [(0.3, 10), (0.3, 11), (0.749, 250), (0.02, 40), (0.98, 40), (0.5, 100000)]:
        for level in [0.95, 0.998]:
            ends = []
            for p in [(1 - level) / 2, 1 - (1 - level) / 2]:
                r = int(stats.binom.ppf(p, n, target))
                alpha = (stats.binom.cdf(r, n, target) - p) / stats.binom.pmf(r, n, target)
                ends.append(max(0.0, float((r - alpha) / n)))
            low, high = stats.norm.interval(level, target, math.sqrt(2.4 * target * (1 - target) / n))
            limits.append({
                "target": target, "n": n, "level": level, "exact": ends,
                "dispersed": [max(0.0, float(low)), min(1.0, float(high))],
            })
    bodies = []
    for k in [3, 10, 25, 60]:
        whole = generator.integers(10, 500, size=k)
        part = generator.binomial(whole, np.clip(generator.normal(0.6, 0.12, size=k), 0, 1))
        target = float(part.sum() / whole.sum())
        z = (part / whole - target) / np.sqrt(target * (1 - target) / whole)
        trimmed = np.asarray(winsorize(z, limits=(0.1, 0.1)))
        bodies.append({
            "bodies": [{"part": int(a), "whole": int(b)} for a, b in zip(part, whole)], "target": target,
            "ratio": float(np.mean(trimmed**2)), "untrimmed": float(np.mean(z**2)),
        })
    return {"limits": limits, "dispersion": bodies}


print(json.dumps({"shares": shares(), "curves": curves(), "decomposition": decomposition(), "funnel": funnel()}))
