from itertools import pairwise

import pytest

from pkcheck.pictures.tree import DROP, GAP, INDENT, STACK, Place, Tree, laid_out

WIDTH = 100.0


def team(units: int, each: int) -> list[int | None]:
    """A head, `units` below it, and `each` below every one of them."""
    return [None, *[0] * units, *(head for head in range(1, units + 1) for _ in range(each))]


def overlapping(tree: Tree, heights: list[float]) -> list[tuple[int, int]]:
    boxes = [(p.x, p.y, p.x + WIDTH, p.y + h) for p, h in zip(tree.places, heights, strict=True)]
    return [
        (one, other)
        for one, a in enumerate(boxes)
        for other, b in enumerate(boxes[:one])
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_a_head_stands_over_the_middle_of_two() -> None:
    tree = laid_out([50, 50, 50], [None, 0, 0], WIDTH)
    assert tree.places == (Place((WIDTH + GAP) / 2, 0), Place(0, 50 + DROP), Place(WIDTH + GAP, 50 + DROP))
    assert (tree.width, tree.height) == (2 * WIDTH + GAP, 100 + DROP)


def test_many_hang_below_each_other_on_a_line_at_the_left() -> None:
    tree = laid_out([50.0] * 46, team(5, 8), WIDTH)
    first = [tree.places[at] for at in range(6, 14)]
    hanging = [one for one, other in pairwise(first) if one.x == other.x]
    assert hanging
    assert all(other.y - one.y == 50 + STACK for one, other in pairwise(first) if one.x == other.x)


def test_those_that_hang_in_one_column_are_indented_below_their_head() -> None:
    parents = team(5, 8)
    tree = laid_out([120.0] * len(parents), parents, 236.0)
    head, *hanging = (tree.places[at] for at in (1, *range(6, 14)))
    assert [place.x for place in hanging] == [head.x + INDENT] * 8


def test_a_single_subordinate_stands_straight_below() -> None:
    tree = laid_out([50.0] * 31, [None, 0, *[1] * 29], WIDTH)
    assert tree.places[0].x == tree.places[1].x


@pytest.mark.parametrize(
    "parents", [team(5, 8), team(20, 15), [None] * 30, [None, *range(40)], [*[None] * 12, *range(12)]]
)
def test_no_box_covers_another_and_all_are_within_the_picture(parents: list[int | None]) -> None:
    heights = [40.0 + 15 * (at % 4) for at in range(len(parents))]
    tree = laid_out(heights, parents, WIDTH)
    assert overlapping(tree, heights) == []
    assert min(place.x for place in tree.places) >= 0
    assert max(place.x for place in tree.places) + WIDTH <= tree.width
    assert max(p.y + h for p, h in zip(tree.places, heights, strict=True)) <= tree.height


@pytest.mark.parametrize("parents", [team(5, 8), team(20, 15)])
def test_a_line_leads_from_the_foot_of_the_superior_to_the_edge_of_the_subordinate(parents: list[int | None]) -> None:
    tree = laid_out([50.0] * len(parents), parents, WIDTH)
    for at, parent in enumerate(parents):
        line = tree.lines[at]
        if parent is None:
            assert line is None
            continue
        assert line is not None
        above, below = tree.places[parent], tree.places[at]
        assert above.x <= line[0].x <= above.x + WIDTH
        assert line[0].y == above.y + 50
        assert line[-1] in (Place(below.x + WIDTH / 2, below.y), Place(below.x, below.y + 25))
        assert all(one.x == other.x or one.y == other.y for one, other in pairwise(line))


@pytest.mark.parametrize(("units", "each"), [(5, 8), (20, 15)])
def test_the_picture_of_many_units_is_not_far_from_the_shape_of_a_slide(units: int, each: int) -> None:
    parents = team(units, each)
    tree = laid_out([120.0] * len(parents), parents, 236.0)
    assert 0.9 < tree.width / tree.height < 2.6


def test_a_chain_of_a_thousand_units_is_laid_out() -> None:
    tree = laid_out([10.0] * 1000, [None, *range(999)], WIDTH)
    assert tree.height == 1000 * 10 + 999 * DROP


def test_nothing_is_a_picture_of_nothing() -> None:
    assert laid_out([], [], WIDTH) == Tree((), (), 0, 0)


def test_parents_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        laid_out([1.0, 1.0], [1, 0], WIDTH)
