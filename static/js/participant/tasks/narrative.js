/** While it is told and examined: the current words, and what can be done about them. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { doubtsAbout } from "../../wall/reading.js";
import { task } from "../fields.js";
import { currentWords, ownItems } from "../reading.js";
import { doubtsOn, listen, paper, said, sideways, statusLine } from "../parts.js";
import { anotherDoubt, canDoubt, doubtButton, otherThanMine, ownDoubtList, settleAside } from "./doubts.js";
import { canAskFact, factsToAnswer, ownFacts } from "./facts.js";
import { canPoint, pointButton, pointsFirst } from "./pointing.js";
import { told, writes } from "./telling.js";

const ownVersions = (at) => at.view.about.options.own_versions && at.view.course.kinds.own_version !== undefined;

/** What is on the wall now, and nothing to do but listen. */
export function listening(at) {
  const current = currentWords(at.view, at.stage, at.ui.latest);
  const first = pointsFirst(at);
  return {
    key: `listen-${at.stage}`,
    body: html`${writes(at) ? factsToAnswer(at) : nothing}
      ${current ? html`${paper(at, current)} ${doubtsOn(at, otherThanMine(at, doubtsAbout(at.view, current.item.id)))}` : nothing}
      ${ownDoubtList(at, current && current.item.id)} ${ownFacts(at)} ${hiddenVersions(at)} ${listen(at)} ${first ? settleAside(at) : nothing} ${anotherDoubt(at)}
      ${canAskFact(at) ? sideways(t("Ask for a fact"), () => at.open("fact")) : nothing}
      ${ownVersions(at) ? sideways(t("Write my own version"), () => at.open("version")) : nothing}
      ${first && canDoubt(at) ? sideways(t("I doubt something"), () => at.open("doubt")) : nothing}
      ${!first && canPoint(at) ? sideways(t("Point at sentences"), () => at.open("point")) : nothing}`,
    main: first ? pointButton(at) : doubtButton(at),
  };
}

export function narrative(at) {
  return at.stage === "narrative" && writes(at) ? told(at) : listening(at);
}

/** Written quietly, and seen by nobody else yet. */
function hiddenVersions(at) {
  return ownItems(at, "statements").filter((item) => item.hidden).map(
    (item) => html`<div class="words">${said(at, item.text)} ${statusLine("hidden")}</div>`,
  );
}

/** "In that place I would have …": where the plan has own versions. */
export function version(at) {
  if (!ownVersions(at)) return null;
  const { heated } = at.view.narrative;
  const point = at.view.sentences[heated];
  return task(at, {
    key: "version",
    heading: t("My own version"),
    before: point ? paper(at, { item: { ...point, id: heated }, collection: "sentences" }) : nothing,
    field: {
      name: "version",
      label: t("In that place I would have …"),
      hint: t("Because …"),
      limit: LIMITS.statement,
      rows: 4,
      promise: t("The group sees it without your name."),
    },
    ask: (text) => ["write_statement", { kind: "own_version", text, rests_on: point ? [heated] : [] }, t("Own version")],
    main: t("Put it on the wall"),
  });
}
