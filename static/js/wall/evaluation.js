/** The closing forms as people read them: items, their scales, and what the ends of a scale mean (method.md section 5). */
import { t } from "../i18n.js";

const TEXTS = {
  helped_me_think: () => t("This dialogue helped me think."),
  facilitation: () => t("The facilitation was good."),
  spoke_freely: () => t("I could speak freely."),
  others_heard: () => t("The views of others were heard."),
  open_questions: () => t("Open questions were asked."),
  see_practice_clearer: () => t("I see my own practice more clearly."),
  will_change: () => t("I will do something differently."),
};
const TO_TEN = ["helped_me_think", "facilitation"];

const FORMS = {
  three_items: ["helped_me_think", "spoke_freely", "will_change"],
  five_items: ["helped_me_think", "facilitation", "spoke_freely", "open_questions", "will_change"],
  seven_items: Object.keys(TEXTS),
};

/** A form's items: [{key, most: the highest point, text}]; the lowest is 1. */
export function formItems(form) {
  return (FORMS[form] || FORMS.three_items).map((key) => ({ key, most: TO_TEN.includes(key) ? 10 : 5, text: TEXTS[key]() }));
}

/** What 1 and the highest point mean. */
export const scaleEnds = () => [t("not at all"), t("fully")];
