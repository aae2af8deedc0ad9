/**
 * The participant's phone (observers, too): one thing at a time, mostly "Listen".
 * The page gives <body data-dialogue data-surface data-csrf> and #room with plain forms for browsers without script.
 */
import { render } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { ready, t } from "../i18n.js";
import { iconsReady } from "../icons.js";
import { join } from "../live/connection.js";
import { makeDrafts } from "../live/draft.js";
import { changedLast } from "./reading.js";
import { outside } from "./outside.js";
import { frame, thing } from "./screen.js";
import { makeTellings } from "./tellings.js";
import { makeUsage } from "./usage.js";

const { dialogue, csrf } = document.body.dataset;
const place = document.getElementById("room");

Promise.all([ready, iconsReady]).then(() => {
  while (place.firstChild) place.firstChild.remove();
  const phone = makePhone({ dialogue, draw: (what) => render(what, place), place });
  phone.enter(join({ dialogue, surface: "participant", csrf, onChange: phone.show }));
});

/** What a phone remembers between two looks: what is open, where the group was, what was told to a screen reader. */
function makePhone({ dialogue, draw, place }) {
  const ui = { open: null, sheet: null, latest: null, moved: null, error: null, evaluated: false };
  const tellings = makeTellings();
  let room = null;
  let drafts = null;
  let before = null; // the view shown last
  let shown = null; // the thing shown last
  let stage = null; // and the stage it belonged to
  let usage = null; // for how long this phone was used
  let waiting = null; // the timer that ends a silence here

  /** The drafts of this seat. What was open while something was written opens again. */
  function openDrafts(seat) {
    drafts = makeDrafts(`${dialogue}/${seat}`);
    usage = makeUsage(`${dialogue}/${seat}`);
    const open = drafts.get("open");
    if (open) ui.open = JSON.parse(open);
  }

  function open(task, more = {}) {
    ui.open = { task, ...more };
    ui.error = null;
    drafts.set("open", JSON.stringify(ui.open));
    show();
  }

  function close() {
    if (!ui.open) return;
    ui.open = null;
    ui.error = null;
    drafts.set("open", "");
  }

  const typing = () => Boolean(shown && shown.typing && shown.typing.some((name) => drafts.get(name).trim()));

  function followGroup(view) {
    const stage = view.course.stage;
    if (before && before.course.stage !== stage) {
      if (ui.moved && ui.moved.from === stage) ui.moved = null;
      else if (typing() && !view.course.closed) ui.moved = { from: ui.moved ? ui.moved.from : before.course.stage };
      else {
        ui.moved = null;
        close();
      }
    }
    ui.latest = changedLast(before, view, ui.latest);
  }

  function leave() {
    room.leave().then((ack) => {
      if (ack.ok) forget();
    });
  }

  function forget() {
    drafts.wipe();
    usage.forget();
  }

  /** A silence ends by itself; nobody sends word of it. */
  function awaitSound(view, clock) {
    clearTimeout(waiting);
    const left = view.turns.silence_until - clock;
    if (left > 0) waiting = setTimeout(show, left + 50);
  }

  function at(state) {
    return {
      room,
      state,
      view: state.view,
      me: state.me,
      audience: state.audience,
      items: room.items(),
      language: state.view.about.language,
      stage: ui.moved ? ui.moved.from : state.view.course.stage,
      ui,
      drafts,
      redraw: show,
      open,
      shut: close,
      leave,
      ask: (type, data, label) => room.ask(type, data, typeof label === "string" ? { label } : label),
      /** A task is done or put aside: back to where the group is. */
      done({ forget = [] } = {}) {
        for (const name of forget) drafts.set(name, "");
        ui.moved = null;
        close();
        show();
      },
      finish() {
        ui.moved = { ...ui.moved, finishing: true };
        show();
      },
      goThere() {
        ui.moved = null;
        close();
        show();
      },
      sheet(name, more = {}) {
        ui.sheet = name ? { name, ...more } : null;
        show();
      },
      raiseHand(reason) {
        room.ask("raise_hand", { reason }, { label: t("Raise hand") });
        tellings.own(reason === "speak" ? t("Your hand is up.") : t("The facilitator is told that you lost the thread."));
        show();
      },
      lowerHand() {
        room.ask("lower_hand", {}, { label: t("Raise hand") });
        tellings.own(t("Your hand is down."));
        show();
      },
    };
  }

  function show() {
    if (!room) return;
    const { state } = room;
    if (state.ended === "left" && drafts) forget();
    if (!state.view || !state.me.seat || state.ended) {
      draw(outside(state, room.retry));
      return;
    }
    if (!drafts) openDrafts(state.me.seat.id);
    followGroup(state.view);
    const now = at(state);
    const next = thing(now);
    draw(frame(now, next));
    openSheet();
    usage.look(ui.sheet ? "sheet" : next.task ? next.key : null);
    usage.report(now);
    awaitSound(state.view, state.now());
    if (shown && next.key !== shown.key && !ui.sheet) focusHeading(now.stage !== stage);
    stage = now.stage;
    shown = next;
    tellings.told(before, state, now.items);
    before = state.view;
  }

  /** A new stage says its name first; a task that was opened, its own heading. */
  function focusHeading(newStage) {
    const own = newStage ? null : place.querySelector("[data-heading]");
    const heading = own || place.querySelector("[data-stage]");
    if (heading) heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function openSheet() {
    const dialog = place.querySelector("dialog");
    if (!ui.sheet === !dialog.open) return;
    if (!ui.sheet) {
      if (dialog.close) dialog.close();
      else dialog.removeAttribute("open");
    } else if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
  }

  return {
    show,
    enter(entered) {
      room = entered;
      show();
    },
  };
}
