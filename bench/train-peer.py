"""The peer of the benches `train` and `score`: 100 trees x 31 leaves, two threads.

python3 train-peer.py FOLDER TRAINING_ROWS ROUNDS -> one line of JSON; exit code 3 when there is no such library here.
FOLDER holds train.x, test.x (float32, row by row, 25 columns), train.y, test.y (one byte a row).
"""
import json
import sys
import time

import numpy as np

try:
    import xgboost

    NAME = "xgboost " + xgboost.__version__

    def model():
        return xgboost.XGBClassifier(n_estimators=100, max_leaves=31, max_depth=0, grow_policy="lossguide",
                                     tree_method="hist", learning_rate=0.1, n_jobs=2)
except ImportError:
    try:
        import sklearn
        from sklearn.ensemble import HistGradientBoostingClassifier
    except ImportError:
        sys.exit(3)
    NAME = "scikit-learn " + sklearn.__version__

    def model():
        return HistGradientBoostingClassifier(max_iter=100, max_leaf_nodes=31, early_stopping=False)

folder, rows, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def read(name):
    x = np.fromfile(f"{folder}/{name}.x", dtype=np.float32).reshape(-1, 25)
    return x, np.fromfile(f"{folder}/{name}.y", dtype=np.uint8)


def timed(work):
    wall, cpu = time.time(), time.process_time()
    result = work()
    return result, time.time() - wall, time.process_time() - cpu


x, y = read("train")
test_x, test_y = read("test")
fits = [timed(lambda: model().fit(x[:rows], y[:rows])) for _ in range(rounds)]
predictions = [timed(lambda: fits[-1][0].predict_proba(x)) for _ in range(rounds)]
chance = fits[-1][0].predict_proba(test_x)[:, 1].astype(float)
bins = np.minimum((chance * 20).astype(int), 19)
ece = sum(abs((chance[bins == b] - test_y[bins == b]).sum()) for b in range(20)) / len(chance)
order = np.argsort(chance, kind="stable")
ranks = np.empty(len(chance))
ranks[order] = np.arange(1, len(chance) + 1)
ones = test_y.sum()
auc = (ranks[test_y == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(chance) - ones))
print(json.dumps({"name": NAME, "fit": [f[1] for f in fits], "fitCpu": [f[2] for f in fits],
                  "predict": [p[1] for p in predictions], "predictCpu": [p[2] for p in predictions],
                  "auc": auc, "ece": ece}))
