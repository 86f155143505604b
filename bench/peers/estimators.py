"""Expected numbers for the estimators, by scipy and statsmodels.

Usage: python3 bench/peers/estimators.py > tests/metrics/golden/estimators.json

The TypeScript tests read the file and compare to 1e-9. Nothing here is shared with metrics/.
"""

import json
import math

import numpy as np
from scipy import stats
from statsmodels.duration.survfunc import CumIncidenceRight
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

generator = np.random.default_rng(20261124)


def wilson():
    cases = [(0, 10), (10, 10), (1, 10), (7, 33), (250, 1000), (1, 100000), (99999, 100000)]
    rows = []
    for events, n in cases:
        low, high = proportion_confint(events, n, alpha=0.05, method="wilson")
        rows.append({"events": events, "n": n, "low": float(low), "high": float(high)})
    return rows


def poisson():
    rows = []
    for count in [0, 1, 2, 5, 10, 33, 100, 1234, 60000, 3000000]:
        low = 0.0 if count == 0 else float(stats.chi2.ppf(0.025, 2 * count) / 2)
        high = float(stats.chi2.ppf(0.975, 2 * count + 2) / 2)
        rows.append({"count": count, "low": low, "high": high})
    return rows


def newcombe():
    rows = []
    for a, n, b, m in [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 0, 30), (10, 10, 0, 20), (500, 900, 470, 910)]:
        low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff", alpha=0.05)
        rows.append({"events1": a, "n1": n, "events2": b, "n2": m, "low": float(low), "high": float(high)})
    return rows


def mean():
    rows = []
    for n in [10, 11, 40, 1500]:
        scores = generator.integers(1, 6, size=n)
        low, high = stats.t.interval(0.95, n - 1, loc=scores.mean(), scale=stats.sem(scores))
        rows.append({
            "n": n,
            "sum": int(scores.sum()),
            "squares": int((scores**2).sum()),
            "value": float(scores.mean()),
            "low": float(low),
            "high": float(high),
        })
    return rows


def cohort(n, last_start, as_of, competing_share, scale):
    """Days and causes (0 open, 1 awaited, 2 competing) as an as-of day cuts them."""
    follow_up = as_of - generator.integers(0, last_start + 1, size=n)
    wait = generator.geometric(1 / scale, size=n) - 1
    cause = np.where(generator.random(n) < competing_share, 2, 1)
    seen = wait <= follow_up
    return np.where(seen, wait, follow_up), np.where(seen, cause, 0)


def incidence():
    rows = []
    shapes = [
        (40, 20, 35, 0.2, 10),
        (300, 62, 77, 0.25, 30),
        (1000, 62, 77, 0.1, 12),
        (120, 0, 60, 0.3, 8),
        (80, 62, 77, 0.5, 80),
    ]
    for shape in shapes:
        time, cause = cohort(*shape)
        result = CumIncidenceRight(time, cause)
        length = int(time.max()) + 1
        points = []
        for day, value, error in zip(result.times, result.cinc[0], result.cinc_se[0]):
            value, error = float(value), float(error)
            point = {"day": int(day), "incidence": value, "variance": error**2}
            if not math.isfinite(error):
                point["variance"] = None
            elif 0 < value < 1:
                survival = 1 - value
                width = stats.norm.ppf(0.975) * error / (survival * abs(math.log(survival)))
                point["low"] = 1 - survival ** math.exp(-width)
                point["high"] = 1 - survival ** math.exp(width)
            points.append(point)
        histogram = {
            name: np.bincount(time[cause == code], minlength=length).tolist()
            for name, code in [("censored", 0), ("events", 1), ("competing", 2)]
        }
        rows.append({"histogram": histogram, "points": points})
    return rows


print(json.dumps({
    "wilson": wilson(),
    "poisson": poisson(),
    "newcombe": newcombe(),
    "mean": mean(),
    "incidence": incidence(),
}))
