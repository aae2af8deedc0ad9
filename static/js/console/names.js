// The method's own words that only the console needs: what can be undone, presence, what an outcome means.
import { t } from "../i18n.js";
import { kindName, stageName } from "../wall/names.js";

const UNDONE = {
  stage_entered: (kind) => t("Move to {stage}", { stage: stageName(kind) }),
  question_worded: () => t("Wording"),
  question_chosen: () => t("Choice of the question"),
  heated_point_marked: () => t("Heated point"),
  narrator_asked: () => t("Asking the narrator"),
  outcome_proposed: () => t("Proposed outcome"),
  presence_marked: () => t("Absence"),
  item_parked: () => t("Parking"),
  item_unparked: () => t("Putting back"),
  item_struck: () => t("Striking out"),
  experience_told: () => t("Title"),
  sentence_written: () => t("Sentence"),
  sentence_corrected: () => t("Correction"),
  statement_written: (kind) => kindName(kind),
  statement_reworded: () => t("Rewording"),
  links_set: () => t("What it rests on"),
  answer_worded: () => t("Answer"),
};

const PRESENCE = {
  joined: () => t("here"),
  writing: () => t("writing"),
  done: () => t("done"),
  away: () => t("away"),
  left: () => t("left"),
  offline: () => t("offline"),
};

const OUTCOME_MEANS = {
  consensus: () => t("Nobody has a doubt when asked aloud."),
  consensus_with_reservations: () => t("All can carry the answer; reservations stand beside it."),
  open: () => t("Each dissent stands beside the answer, with the question that divides the group."),
  not_reached: () => t("Time ran out. A full result, not a failure."),
};

const worded = (words, key, ...rest) => (words[key] ? words[key](...rest) : key);

export const undoName = ({ name, kind }) => worded(UNDONE, name, kind);
export const presenceName = (key) => worded(PRESENCE, key);
export const outcomeMeans = (kind) => worded(OUTCOME_MEANS, kind);
export const OUTCOMES = Object.keys(OUTCOME_MEANS);
