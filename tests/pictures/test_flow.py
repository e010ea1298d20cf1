from itertools import pairwise

import pytest

from pkcheck.pictures.flow import Flow, flowing


def lengths(flow: Flow) -> list[tuple[float | None, float | None]]:
    return [
        (round(n.own.length, 1) if n.own else None, round(n.handed.length, 1) if n.handed else None) for n in flow.nodes
    ]


def test_bars_are_as_long_as_their_amounts_are_large() -> None:
    flow = flowing([1000, 750, 250], [None, 0, 0], [20, 20, 20])
    assert lengths(flow) == [(420, 420), (315, None), (105, None)]


def test_what_subordinates_have_too_much_makes_the_right_bar_longer() -> None:
    own, handed = lengths(flowing([1000, 1500], [None, 0], [20, 20]))[0]
    assert own is not None
    assert handed == pytest.approx(1.5 * own, abs=0.1)


def test_ribbons_leave_one_below_the_other_and_end_at_the_own_bar() -> None:
    flow = flowing([1000, 750, 250], [None, 0, 0], [20, 20, 20])
    first, second = flow.ribbons
    assert (first.parent, first.child, second.parent, second.child) == (0, 1, 0, 2)
    assert first.start.y == flow.nodes[0].handed.y  # type: ignore[union-attr]
    assert second.start.y == pytest.approx(first.start.y + first.start.length)
    assert [each.end for each in flow.ribbons] == [flow.nodes[1].own, flow.nodes[2].own]


def test_an_amount_that_is_not_known_makes_no_bar_and_no_ribbon() -> None:
    flow = flowing([None, None, 250], [None, 0, 0], [20, 20, 20])
    assert [node.own is None for node in flow.nodes] == [True, True, False]
    assert [ribbon.child for ribbon in flow.ribbons] == [2]


def test_labels_do_not_cover_each_other() -> None:
    flow = flowing([100, *[1] * 60, 40], [None, *[0] * 61], [50.0] * 62)
    middles = [node.middle for node in flow.nodes[1:]]
    assert min(lower - upper for upper, lower in pairwise(middles)) >= 50
    assert flow.height >= max(middles) + 25


def test_without_any_amount_there_are_names_and_no_bars() -> None:
    flow = flowing([None, None], [None, 0], [20, 20])
    assert flow.ribbons == ()
    assert flow.height == 20


def test_a_right_bar_longer_than_the_own_stays_within_the_picture() -> None:
    flow = flowing([100, 1500, 50], [None, 0, None], [20, 20, 20])
    handed = flow.nodes[0].handed
    assert handed is not None
    assert handed.y >= 0
    assert handed.y + handed.length <= flow.height
    assert flow.nodes[0].middle == handed.y + handed.length / 2
