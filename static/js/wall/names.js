/** The method's own words for what hangs on the wall, and for its stages. Everything else on it was said by people. */
import { t } from "../i18n.js";

const KINDS = {
  core_statement: () => t("Core statement"),
  own_version: () => t("Own version"),
  judgement: () => t("Judgement"),
  reason: () => t("Reason"),
  rule: () => t("Rule"),
  principle: () => t("Principle"),
};

const NUMBERED = {
  core_statement: (n) => t("Core statement {n}", { n }),
  own_version: (n) => t("Own version {n}", { n }),
  judgement: (n) => t("Judgement {n}", { n }),
  reason: (n) => t("Reason {n}", { n }),
  rule: (n) => t("Rule {n}", { n }),
  principle: (n) => t("Principle {n}", { n }),
};

const OUTCOMES = {
  consensus: () => t("Consensus"),
  consensus_with_reservations: () => t("Consensus with reservations"),
  open: () => t("Open"),
  not_reached: () => t("Not reached in the time we had"),
};

const STEPS = {
  question: () => t("Question"),
  experiences: () => t("Experiences"),
  narrative: () => t("Narrative"),
  consensus: () => t("Consensus"),
  evaluation: () => t("Evaluation"),
};

const STAGES = {
  opening: () => t("Opening"),
  question: () => t("Question"),
  experiences: () => t("Experiences"),
  selection: () => t("Choosing one"),
  narrative: () => t("Narrative"),
  judgement: () => t("Judgement"),
  principles: () => t("Principles"),
  consensus: () => t("Consensus"),
  evaluation: () => t("Evaluation"),
  closing: () => t("Closing"),
  closed: () => t("Closed"),
};

const RESULTS = {
  holds: () => t("holds"),
  holds_if_reworded: () => t("holds if reworded"),
  does_not_hold: () => t("does not hold"),
  out_of_scope: () => t("out of scope"),
};

const MATTERS = {
  counterexample: () => t("a counterexample"),
  other_matter: () => t("another matter"),
};

export const KIND_ORDER = Object.keys(KINDS);
/** The step to underline: the opening comes before the first, whatever the method counts it to. */
export const stepNow = ({ stage, step }) => (stage === "opening" ? null : step);

export const STEP_ORDER = Object.keys(STEPS);

// A key that this screen doesn't know yet (a newer server) is shown as it is rather than hidden.
const named = (names, key, n) => (names[key] ? names[key](n) : key);

export const kindName = (kind, n) => (n ? named(NUMBERED, kind, n) : named(KINDS, kind));
export const outcomeName = (kind) => named(OUTCOMES, kind);
export const stepName = (step) => named(STEPS, step);
export const stageName = (stage) => named(STAGES, stage);
export const resultName = (result) => named(RESULTS, result);
export const matterName = (matter) => named(MATTERS, matter);
export const RESULT_ORDER = Object.keys(RESULTS);
export const keptName = (kind) => (kind === "dissent" ? t("Dissent") : t("Reservation"));
export const experienceName = (n) => t("Experience {n}", { n });
export const answerName = (n) => (n > 1 ? t("Our answer, wording {n}", { n }) : t("Our answer"));
