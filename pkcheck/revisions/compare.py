"""Two judged sets beside each other: agreements paired, their changes, and the findings that came and went."""

from pkcheck.engine import Judgement
from pkcheck.graph import AgreementSet, rows_of
from pkcheck.model import Agreement, objective_keys
from pkcheck.pairing import Paired, pair_agreement
from pkcheck.quoting import of_budget, of_party
from pkcheck.revisions.agreements import Partner, partners
from pkcheck.revisions.budgets import budget_changes
from pkcheck.revisions.changes import AgreementChange, Revision
from pkcheck.revisions.findings import finding_changes
from pkcheck.revisions.heads import head_changes, superior_change
from pkcheck.revisions.rows import row_changes


def compare(old: AgreementSet, new: AgreementSet, before: Judgement, after: Judgement) -> Revision:
    """What differs between the agreements in force of two sets; `before` and `after` is what the rules say of them."""
    both = [(partner, pair_agreement(*partner[:2])) for partner in partners(old, new)]
    ids = {name: own for (one, other, _), paired in both for name, own in _ids(one, other, paired)}
    changed = {partner[1].id: _changed(partner, paired, old, new, ids) for partner, paired in both}
    kept = {one.id for (one, _, _), _ in both}
    agreements = (
        *(changed.get(each.id) or AgreementChange(None, each) for each in new.agreements),
        *(AgreementChange(each, None) for each in old.agreements if each.id not in kept),
    )
    return Revision(agreements, finding_changes(before, after, ids))


def _changed(
    partner: Partner, paired: Paired, old: AgreementSet, new: AgreementSet, ids: dict[str, str]
) -> AgreementChange:
    one, other, by = partner
    superior = superior_change(one, other, old, new, ids)
    changes = (
        *head_changes(one, other),
        *([superior] if superior else []),
        *row_changes(one, other, paired, ids),
        *budget_changes(one, other, paired),
    )
    return AgreementChange(one, other, by, changes)


def _ids(old: Agreement, new: Agreement, paired: Paired) -> list[tuple[str, str]]:
    """What findings may be about: its id in the old set, and in the new one."""
    before, after = objective_keys(old.objectives), objective_keys(new.objectives)
    rows, new_rows = list(rows_of(old)), list(rows_of(new))
    return [
        (old.id, new.id),
        *((of_party(old, side).id, of_party(new, side).id) for side in ("first", "second")),
        *((f"{old.id}:{before[a]}", f"{new.id}:{after[b]}") for a, b in paired.objectives),
        *((rows[a].id, new_rows[b].id) for a, b in paired.indicators),
        *((of_budget(old, old.budget[a]).id, of_budget(new, new.budget[b]).id) for a, b in paired.budget),
    ]
