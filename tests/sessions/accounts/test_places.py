"""Organisation, regions and sites: a tree that is named, added to and cut where nobody is."""

from __future__ import annotations

import pytest

from sessions.accounts.places import Branch, Tree
from sessions.accounts.refusals import BadAccount
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.storage.places import PlaceKind
from tests.sessions.accounts.given import account, administrator, said


@pytest.fixture
def tree(staff: Staff) -> Tree:
    made = Tree(staff.storage.places)
    made.add(PlaceKind.ORGANISATION, None, "Service")
    return made


def _root(tree: Tree) -> Branch:
    root = tree.branches()
    assert root is not None
    return root


def test_regions_and_sites_are_added_by_a_form(application: Application, staff: Staff) -> None:
    admin = administrator(application, staff)
    assert admin.post("/places", data={"kind": "organisation", "name": "Service"}).status_code == 302
    root = _root(Tree(staff.storage.places)).place.id
    admin.post("/places", data={"kind": "region", "parent": root, "name": "North"})
    north = _root(Tree(staff.storage.places)).inside[0].place.id
    for name, parent in [("Harbour", north), ("Hill", root)]:
        assert admin.post("/places", data={"kind": "site", "parent": parent, "name": name}).status_code == 302
    shown = said(admin.get("/places").text)
    assert shown.index("Service") < shown.index("North") < shown.index("Harbour") < shown.index("Hill")
    admin.post(f"/places/{north}", data={"name": "Far North"})
    assert "Far North" in said(admin.get("/places").text)


@pytest.mark.parametrize(
    ("kind", "parent", "name", "code"),
    [
        (PlaceKind.ORGANISATION, "", "Second", "place_there"),
        (PlaceKind.SITE, "", "Nowhere", "place_parent"),
        (PlaceKind.SITE, "guessed", "Nowhere", "place_parent"),
        (PlaceKind.SITE, "root", "", "place_name"),
        (PlaceKind.SITE, "root", "x" * 81, "place_name"),
        (PlaceKind.SITE, "root", "a\u202eb", "place_name"),
        (PlaceKind.SITE, "root", "HILL", "place_there"),
        (PlaceKind.REGION, "hill", "Inside", "place_parent"),
        (PlaceKind.SITE, "hill", "Inside", "place_parent"),
    ],
)
def test_what_cannot_be_a_place(tree: Tree, kind: PlaceKind, parent: str, name: str, code: str) -> None:
    root = _root(tree).place.id
    tree.add(PlaceKind.SITE, root, "Hill")
    known = {"root": root, "hill": _root(tree).inside[0].place.id}
    with pytest.raises(BadAccount) as bad:
        tree.add(kind, known.get(parent, parent), name)
    assert bad.value.code == code
    assert len(_root(tree).inside) == 1


def test_a_place_goes_only_when_nothing_and_nobody_is_in_it(staff: Staff, tree: Tree) -> None:
    tree.add(PlaceKind.REGION, _root(tree).place.id, "North")
    north = _root(tree).inside[0].place.id
    tree.add(PlaceKind.SITE, north, "Harbour")
    harbour = _root(tree).inside[0].inside[0].place.id
    made = account(staff, "Ash")
    staff.storage.accounts.set_roles(made, [StaffRole.MENTOR], harbour)
    for place in (north, harbour):
        with pytest.raises(BadAccount) as bad:
            tree.remove(place)
        assert bad.value.code == "place_used"
    staff.storage.accounts.set_roles(made, [StaffRole.MENTOR], None)
    tree.remove(harbour)
    tree.remove(north)
    assert _root(tree).inside == ()


def _ids(tree: Tree) -> dict[str, str]:
    return {place.name: place.id for place in tree._places.all()}


def test_a_site_is_moved_to_a_region_that_came_later_and_back(application: Application, staff: Staff) -> None:
    tree, admin = Tree(staff.storage.places), administrator(application, staff)
    tree.add(PlaceKind.ORGANISATION, None, "Service")
    root = _root(tree).place.id
    tree.add(PlaceKind.SITE, root, "Harbour")
    harbour = _ids(tree)["Harbour"]
    assert f'id="parent-{harbour}"' not in admin.get("/places").text, "there is nowhere else"
    tree.add(PlaceKind.REGION, root, "North")
    north = _ids(tree)["North"]
    page = admin.get("/places").text
    assert f'id="parent-{harbour}"' in page
    assert f'id="parent-{north}"' not in page, "a region lies in the organisation"
    made = account(staff, "Ash")
    staff.storage.accounts.set_roles(made, [StaffRole.MENTOR], harbour)
    assert admin.post(f"/places/{harbour}", data={"name": "Harbour", "parent": north}).status_code == 302
    assert [one.place.name for one in _root(tree).inside[0].inside] == ["Harbour"]
    assert admin.post(f"/places/{harbour}", data={"name": "Port"}).status_code == 302, "it stays where it is"
    assert [one.place.name for one in _root(tree).inside[0].inside] == ["Port"]
    assert admin.post(f"/places/{harbour}", data={"name": "Port", "parent": root}).status_code == 302
    assert [one.place.name for one in _root(tree).inside] == ["North", "Port"]
    known = staff.storage.accounts.with_id(made)
    assert known is not None
    assert known.place == harbour


@pytest.mark.parametrize(
    ("place", "parent", "name", "code"),
    [
        ("Hill", "Harbour", "Hill", "place_parent"),
        ("Hill", "Hill", "Hill", "place_parent"),
        ("Hill", "guessed", "Hill", "place_parent"),
        ("Hill", "North", "HARBOUR", "place_there"),
        ("North", "South", "North", "place_parent"),
        ("Service", "North", "Service", "place_parent"),
        ("gone", "North", "Gone", "place_gone"),
    ],
)
def test_what_cannot_be_moved_there(
    application: Application, staff: Staff, tree: Tree, place: str, parent: str, name: str, code: str
) -> None:
    root = _root(tree).place.id
    for region in ("North", "South"):
        tree.add(PlaceKind.REGION, root, region)
    tree.add(PlaceKind.SITE, _ids(tree)["North"], "Harbour")
    tree.add(PlaceKind.SITE, root, "Hill")
    ids, before = _ids(tree), tree.branches()
    with pytest.raises(BadAccount) as bad:
        tree.change(ids.get(place, place), name, ids.get(parent, parent))
    assert bad.value.code == code
    given = {"name": name, "parent": ids.get(parent, parent)}
    answer = administrator(application, staff).post(f"/places/{ids.get(place, place)}", data=given)
    assert answer.status_code == 422
    assert tree.branches() == before


def test_a_region_that_goes_meanwhile_takes_no_site_in(staff: Staff, tree: Tree) -> None:
    tree.add(PlaceKind.SITE, _root(tree).place.id, "Hill")
    assert not staff.storage.places.change(_ids(tree)["Hill"], "Hill", "gone meanwhile")
    assert _root(tree).inside[0].place.parent == _root(tree).place.id
