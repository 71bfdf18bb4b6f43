"""What a sheet had no room for, in one sentence."""

from timeline_app.render.sheet import Sheet

WORDS = {
    "en": {
        "legend": "there is no room for the legend",
        "none": "there is no room for the source notes",
        "some": "there is room for the source notes of {noted} of {count} events",
        "documents": "not every source of an event is named",
        "and": ", and ",
        "way": "{lack}; {way}",
        "larger": "a larger sheet has more",
        "all": "a larger sheet has more, a PDF has all sources",
    },
    "ko": {
        "legend": "범례를 넣을 자리가 없습니다",
        "none": "출처를 넣을 자리가 없습니다",
        "some": "사건 {count}건 중 {noted}건의 출처만 들어갑니다",
        "documents": "사건마다 모든 출처를 적지는 못합니다",
        "and": ". ",
        "way": "{lack}. {way}",
        "larger": "더 큰 크기에는 더 많이 들어갑니다",
        "all": "더 큰 크기에는 더 많이 들어가고, PDF에는 모든 출처가 있습니다",
    },
}


def lacks(sheet: Sheet, language: str = "en") -> str:
    """The parts that a sheet leaves out and the way to get them, without a full stop; empty if it has all."""
    words, layout, count = WORDS[language], sheet.layout, len(sheet.content.notes)
    parts = [words["legend"]] if layout.legend is None else []
    if not sheet.request.paged:
        if not layout.noted and count:
            parts.append(words["none"])
        elif layout.noted < count:
            parts.append(words["some"].format(noted=layout.noted, count=count))
        elif not layout.all_documents:
            parts.append(words["documents"])
    if not parts:
        return ""
    way = words["larger" if parts == [words["legend"]] else "all"]
    return words["way"].format(lack=words["and"].join(parts), way=way)
