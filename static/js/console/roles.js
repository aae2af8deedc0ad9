// Who of those at a console may do what: a co-facilitator writes, enters for others and parks; only one leads.
// The server decides (dialogue/rules/permissions.py); this keeps what it would refuse off the screen.

const LEADS_ALONE = new Set([
  "open_door", "close_door", "set_door", "remove_seat", "assign_scribe", "move_to_stage", "undo_action", "strike_item",
  "close_dialogue", "switch_option", "end_sitting", "start_sitting", "begin_quiet_writing", "show_quiet_writing",
  "choose_question", "show_marks", "ask_narrator", "show_pointing", "show_positions", "propose_outcome",
  "settle_outcome", "take_back_outcome", "mark_strategy", "resume_content", "assign_chair", "give_word", "end_turn",
  "start_round", "end_round", "keep_silence", "end_silence", "acknowledge_note", "show_intervention",
  "hide_intervention", "reflect_on_leading", "hand_back_lead", "open_release", "take_back_release",
  "release_result",
]);

export const helps = (desk) => desk.me.seat.role === "co_facilitator";
export const leads = (desk) => !helps(desk);
export const may = (desk, type) => leads(desk) || !LEADS_ALONE.has(type);

// What holds for the whole room: content waits while the group talks about how it works together, or rests.
export const inMeta = (view) => view.level.now === "meta";
export const waits = (view) => inMeta(view) || view.course.resting;
export const has = (view, option) => Boolean(view.about.options[option]);
