"""The table: what was measured, ours in the first column, peers beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: Heading, then the figures under it, in order.
_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Given words: EWT test", tuple(
        "las_ewt uas_ewt las_ewt_nopunct uas_ewt_nopunct upos_ewt xpos_ewt feats_ewt lemma_ewt".split()
    )),
    ("Given words: GUM test", tuple(
        "las_gum uas_gum upos_gum xpos_gum feats_gum lemma_gum las_gum_open las_gum_nc las_gum_news".split()
    )),
    ("Given words: PUD (never trained on)", tuple(
        "las_pud_nopunct uas_pud_nopunct las_pud uas_pud upos_pud xpos_pud feats_pud lemma_pud".split()
    )),
    ("Running text (F1)", tuple(
        "words_ewt_raw uas_ewt_raw las_ewt_raw las_subtypes_ewt_raw upos_ewt_raw words_pud_news_raw "
        "las_pud_news_raw words_pud_news_running uas_pud_news_running las_pud_news_running "
        "las_subtypes_pud_news_running upos_pud_news_running".split()
    )),
    ("Sentence ends (F1)", tuple(
        "sent_f1_pud_news sent_f1_pud_news_one_text sent_f1_ewt sent_f1_gum gate_sent_f1 "
        "sent_f1_pud_news_by_marks sent_f1_ewt_by_marks sent_f1_gum_by_marks "
        "sent_f1_pud_news_by_model sent_f1_ewt_by_model sent_f1_gum_by_model".split()
    )),
    ("Names (exact)", tuple(
        "ner_pud_news_f1 ner_pud_news_precision ner_pud_news_recall ner_pud_news_f1_per "
        "ner_pud_news_f1_org ner_pud_news_f1_loc ner_pud_f1 ner_ewt_f1 ner_ewt_precision ner_ewt_recall "
        "ner_re3d_f1 ner_re3d_all_f1 gate_names_f1 hard_names hard_names_of".split()
    )),
    ("Roles (exact arguments, EWT test)", tuple(
        "srl_f1 srl_precision srl_recall srl_f1_raw srl_precision_raw srl_recall_raw "
        "srl_predicates_f1".split()
    )),
    ("Who did what", ("hard_probes", "hard_probes_of", "gate_probes")),
    ("Cost", tuple(
        "words_per_s_core words_per_s_core_median words_per_s_core_with_roles "
        "documents_per_s_core documents_per_s_core_median load_s load_import_s load_construct_s "
        "peak_mb weights_mb".split()
    )),
)  # fmt: skip
_WIDTH = 34


def table(columns: Mapping[str, Mapping[str, object]]) -> str:
    """Return a plain-text table; a figure that no column has is left out, a missing one is a dash.

    Args:
        columns: Heading of each column and its figures by name.
    """
    names = list(columns)
    lines = [" " * _WIDTH + "  ".join(f"{number:>9}" for number in range(1, len(names) + 1))]
    for title, figures in _SECTIONS:
        shown = [one for one in figures if any(one in column for column in columns.values())]
        if shown:
            lines.append(title)
            lines.extend(
                _line(figure, [column.get(figure) for column in columns.values()])
                for figure in shown
            )
    legend = [f"  {number}: {name}" for number, name in enumerate(names, start=1)]
    return "\n".join([*legend, *lines])


def _line(figure: str, values: Sequence[object]) -> str:
    cells = ["-" if value is None else str(value) for value in values]
    return f"  {figure:<{_WIDTH - 2}}" + "  ".join(f"{cell:>9}" for cell in cells)
