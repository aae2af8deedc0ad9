// Ready interventions and when to move on, per stage (method.md section 3). A sentence may name what is on the wall.
import { t } from "../i18n.js";
import { inOrder, labels, restsOf, statements } from "../wall/reading.js";

// The newest statement with something it rests on: that link is worth a question.
function newestLink(view) {
  const called = labels(view);
  const linked = inOrder(view.statements).reverse().find((item) => restsOf(view, item, called).length);
  return linked ? restsOf(view, linked, called)[0].label : null;
}

const loose = (view) => statements(view).find((item) => !Object.keys(item.rests_on).length);
const sentence = (words) => ({ key: words, words });

const PROMPTS = {
  opening: () => [
    t("What do we need here to speak openly?"),
    t("Stories stay in this room; insights travel."),
    t("You can say “pass” at any time."),
    t("I lead the dialogue; I have no opinion in the matter."),
  ],
  question: () => [
    t("Say that in one sentence."),
    t("Who has lived through something that this question is about?"),
    t("Can we answer it by thinking, without looking anything up?"),
    t("Does it already contain an answer?"),
  ],
  experiences: () => [
    t("A minute of silence first."),
    t("One occasion: when was it, and what did you do?"),
    t("Were you there yourself?"),
    t("Only a title now. You will tell it aloud, if you want to."),
  ],
  selection: () => [
    t("Which one can you put yourself into?"),
    t("Why would this one help us with the question?"),
    t("Is it over, and can it bear our questions?"),
    t("Would you be willing to tell it?"),
  ],
  narrative: () => [
    t("Only questions about facts now."),
    t("What happened next?"),
    t("What did you do at that moment?"),
    t("Is that what you did, or what you think about it today?"),
    t("Can everyone see it before their eyes?"),
  ],
  judgement: (view) => [
    newestLink(view) && t("Who can say how this rests on {n}?", { n: newestLink(view) }),
    t("Which sentence shows it?"),
    t("Say that in one sentence."),
    t("Who can repeat what was just said?"),
    t("Did we get you right?"),
    t("Who has doubts?"),
  ],
  principles: (view) => [
    newestLink(view) && t("Who can say how this rests on {n}?", { n: newestLink(view) }),
    t("What one thought holds these together?"),
    t("What do we take for granted when we say that?"),
    t("Who can repeat what was just said?"),
    t("Which question are we on?"),
  ],
  consensus: () => [
    t("Who still doubts?"),
    t("Is the doubt about the answer, or about a word in it?"),
    t("Does it hold for the other experiences?"),
    t("Who can say it so that the doubt is answered?"),
    t("A minute of silence."),
  ],
  evaluation: () => [
    t("Take your phone for a minute."),
    t("What do you take with you?"),
    t("Nobody here sees who answered what."),
  ],
  closing: () => [t("This is what will stand. Does anyone object?"), t("Stories stay; insights travel."), t("Thank you.")],
  closed: () => [],
};

const MOVE_ON = {
  opening: () => t("When everyone has said “I agree” and knows what cannot stay confidential."),
  question: () => t("When one short, plain wording stands that everyone has an experience with."),
  experiences: () => t("When everyone who wants to has given a title. Nobody has to."),
  selection: () => t("When the group has chosen, and the person whose experience it is will tell it."),
  narrative: () => t("When everyone can picture it and the narrator has approved the sentences."),
  judgement: () => t("When each reason rests on a sentence and the raisers of doubts have been heard."),
  principles: () => t("When each rule rests on a reason, and each principle on a rule."),
  consensus: () => t("When nobody has a doubt when asked aloud, or when it is clear what divides the group."),
  evaluation: () => t("When those who want to have answered."),
  closing: () => t("When the outcome is settled."),
  closed: () => "",
};

// [{key, words}], those already used last.
export function prompts(view, used, most) {
  const found = (PROMPTS[view.course.stage] || (() => []))(view).filter(Boolean).map(sentence);
  const fresh = found.filter(({ key }) => !used.has(key));
  return [...fresh, ...found.filter(({ key }) => used.has(key))].slice(0, most);
}

export function whenToMoveOn(view) {
  const { stage } = view.course;
  if ((stage === "judgement" || stage === "principles") && loose(view)) {
    return t("Not yet: a statement rests on nothing. It is underlined with dots.");
  }
  return (MOVE_ON[stage] || (() => ""))();
}
