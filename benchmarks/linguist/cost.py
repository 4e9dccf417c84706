"""What reading costs: words per second, documents per second, time to load, memory, size.

Speed counts CPU seconds of this process, so that a busy machine changes it little. Time to load and memory
are taken in processes of their own, which begin cold except for the files the system has at hand.
MB is 10^6 bytes.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

from benchmarks.linguist.corpora import Gold, document
from onrecord.adapters.onnx.weights import WeightFiles
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist
from onrecord.read.sentences import split_sentences

#: Reads one sentence and returns how many words it has.
ReadSentence: TypeAlias = Callable[[str], int]

_MB = 1e6
_WARM_UP = 50
_DOCUMENT_WORDS = 600
_LOAD_RUNS = 5

_LOAD = """
import json, time
started = time.perf_counter()
from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
imported = time.perf_counter()
OnnxLinguist(installed_weights())
print(json.dumps([imported - started, time.perf_counter() - imported]))
"""
# The kernel's own record of the largest size since this program began: `ru_maxrss` would also count
# what the parent process had in memory when it started this one.
_PEAK = """
import json, re, resource, sys
from pathlib import Path
from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
from onrecord.domain.span import Extent
from onrecord.read.sentences import split_sentences
linguist = OnnxLinguist(installed_weights())
for text in json.load(sys.stdin):
    linguist.analyse(text, split_sentences(text, Extent(0, len(text))))
status = Path("/proc/self/status")
high = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
unit = 1 if sys.platform == "darwin" else 1024
peak = int(high.group(1)) * 1024 if high else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
print(json.dumps(peak))
"""


@dataclass(frozen=True, slots=True)
class Speed:
    """Units per CPU second: the best run and the median run."""

    best: float
    median: float


@dataclass(frozen=True, slots=True)
class LoadTime:
    """Wall seconds of the fastest of five fresh processes."""

    imports: float
    construction: float

    @property
    def total(self) -> float:
        """Return the seconds from nothing imported to ready."""
        return self.imports + self.construction


def word_speed(read: ReadSentence, sentences: Sequence[Gold], runs: int) -> Speed:
    """Return words per CPU second over sentences read one by one, after a warm-up.

    Args:
        read: What is measured.
        sentences: At least one; their text alone is used.
        runs: How often everything is read, at least once.
    """
    for one in sentences[:_WARM_UP]:
        read(one.text)
    rates = []
    for _ in range(runs):
        started = time.process_time()
        words = sum(read(one.text) for one in sentences)
        rates.append(words / (time.process_time() - started))
    return Speed(round(max(rates)), round(statistics.median(rates)))


def document_speed(linguist: Linguist, sentences: Sequence[Gold], runs: int) -> Speed | None:
    """Return documents of about 600 words per CPU second, sentence ends found; None of too little."""
    texts = long_documents(sentences)
    if not texts:
        return None
    rates = []
    for _ in range(runs):
        started = time.process_time()
        for text in texts:
            linguist.analyse(text, split_sentences(text, Extent(0, len(text))))
        rates.append(len(texts) / (time.process_time() - started))
    return Speed(round(max(rates), 2), round(statistics.median(rates), 2))


def long_documents(sentences: Sequence[Gold], words: int = _DOCUMENT_WORDS) -> tuple[str, ...]:
    """Return texts of sentences joined until each has at least `words` words; a rest is dropped."""
    texts: list[str] = []
    held: list[Gold] = []
    for one in sentences:
        held.append(one)
        if sum(len(sentence.words) for sentence in held) >= words:
            texts.append(document(held).text)
            held = []
    return tuple(texts)


def load_time(runs: int = _LOAD_RUNS) -> LoadTime:
    """Return how long a fresh process takes to import the adapter and to load the weights."""
    pairs = [tuple(json.loads(_python(_LOAD))) for _ in range(runs)]
    imports, construction = min(pairs, key=sum)
    return LoadTime(round(imports, 3), round(construction, 3))


def peak_memory(texts: Sequence[str]) -> float:
    """Return the most memory in MB that a fresh process held while it read the texts."""
    return round(float(json.loads(_python(_PEAK, json.dumps(list(texts))))) / _MB, 1)


def weight_files(files: WeightFiles) -> tuple[Path, ...]:
    """Return the files that hold weights: every ONNX graph beside the first."""
    return tuple(sorted(files.weights.parent.glob("*.onnx")))


def size_in_mb(paths: Sequence[Path]) -> float:
    """Return what files weigh together."""
    return round(sum(path.stat().st_size for path in paths) / _MB, 2)


def hardware() -> str:
    """Return the processor and the widest integer instructions the weights can use on it."""
    found: dict[str, str] = {}
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    for line in lines:
        name, _, value = line.partition(":")
        found.setdefault(name.strip(), value.strip())
    flags = found.get("flags", "").split()
    best = next(
        (flag for flag in ("avx512_vnni", "avx_vnni", "avx2") if flag in flags), "none of AVX2"
    )
    return f"{found.get('model name') or platform.machine()}, {best}"


def versions() -> dict[str, str | None]:
    """Return the versions that move these figures."""
    return {"python": platform.python_version()} | {
        name: _version(name) for name in ("onnxruntime", "tokenizers", "numpy")
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _python(program: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], input=given, capture_output=True, text=True, check=True
    )
    return done.stdout
