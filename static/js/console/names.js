// The method's own words that only the console needs: what can be undone, presence, what an outcome means.
import { t } from "../i18n.js";
import { keptName, kindName, stageName } from "../wall/names.js";

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
  option_switched: () => t("Option"),
  scribe_assigned: () => t("Who writes"),
  strategy_marked: () => t("Which way next"),
  answer_tested: () => t("Test"),
  fact_asked: () => t("Question of fact"),
  fact_answered: () => t("Answer to a question of fact"),
  chair_assigned: () => t("Who chairs"),
  doubt_raised: () => t("Doubt"),
  remainder_voiced: (kind) => (kind ? keptName(kind) : t("Reservation or dissent")),
};

const OPTIONS = {
  question_suggestions: () => t("The group suggests questions"),
  quiet_writing: () => t("Quiet minutes of writing"),
  accounts: () => t("Typed accounts"),
  pointing: () => t("Pointing at sentences"),
  own_versions: () => t("Own versions of the core statement"),
  principles: () => t("From reasons to rules and principles"),
  tests: () => t("Testing the answer on the other experiences"),
  positions: () => t("Positions on the exact wording"),
  least_heard_first: () => t("Least heard first"),
  ready_marks: () => t("Ready marks"),
  timers: () => t("Minutes on your screen"),
  coach: () => t("Hints for the facilitator"),
  five_item_evaluation: () => t("Five items and one open word"),
  seven_item_evaluation: () => t("Seven items and one open word"),
};

const POSITIONS = {
  agree: () => t("Agrees"),
  agree_with_reservation: () => t("Agrees, with a reservation"),
  not_yet_clear: () => t("It is not yet clear"),
  disagree: () => t("Disagrees"),
  stand_aside: () => t("Stands aside"),
};

const OBSERVED = {
  no_own_opinion: () => t("Kept the own opinion out"),
  worked_from_the_concrete: () => t("Worked from the concrete"),
  understanding_checked: () => t("Made sure that people understood each other"),
  question_held: () => t("Held on to the question"),
  open_questions_asked: () => t("Asked open questions"),
  doubts_taken_up: () => t("Took doubts up"),
  everyone_heard: () => t("Everyone was heard"),
  pace_gave_time_to_think: () => t("The pace gave time to think"),
  safety_kept: () => t("Kept it safe to speak"),
};

const SEEN = {
  clearly: () => t("clearly"),
  partly: () => t("partly"),
  not_yet: () => t("not yet"),
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

export const undoName = ({ name, kind }) => (UNDONE[name] ? UNDONE[name](kind) : t("Last action"));
export const presenceName = (key) => worded(PRESENCE, key);
export const outcomeMeans = (kind) => worded(OUTCOME_MEANS, kind);
export const optionName = (key) => worded(OPTIONS, key);
export const positionName = (key) => worded(POSITIONS, key);
export const observedName = (key) => worded(OBSERVED, key);
export const seenName = (key) => worded(SEEN, key);
export const OPTION_ORDER = Object.keys(OPTIONS);
export const POSITION_ORDER = Object.keys(POSITIONS);
export const OUTCOMES = Object.keys(OUTCOME_MEANS);
