from __future__ import annotations
from sdgassess.files.entry import Entry
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem
def check_questionnaire(entry: Entry) -> list[Problem]:
    return []
