/** For how long this phone was used: told once, in silence, when looking back is done here. */
import { makeScreenTime } from "../live/screentime.js";
import { skipped } from "./tasks/evaluation.js";

const REPORT = "report_screen_time";
const A_DAY = 86400; // seconds; the server takes no more

/** place: dialogue and seat. */
export function makeUsage(place) {
  const time = makeScreenTime(place);
  let reported = false;

  /** The form is answered, or skipped, or the group closes without it. */
  function isOver(at) {
    const { course } = at.view;
    const late = course.stage === "closing" && course.stages.evaluation && course.stages.evaluation.visited;
    return course.tasks.evaluate && (at.me.evaluated || skipped(at) || late);
  }

  return {
    /** What is shown now: the key of an open task, or null. */
    look: time.look,
    forget: time.forget,

    /** Whose sum it was is written nowhere; so nothing of it stays in the outbox either. */
    report(at) {
      for (const item of at.items) if (item.type === REPORT && item.status === "refused") at.room.discard(item.id);
      const waits = at.view.course.resting || at.view.level.now === "meta";
      if (reported || at.audience !== "participant" || at.me.timed || waits || !isOver(at)) return;
      reported = true;
      at.room.ask(REPORT, { seconds: Math.min(time.seconds(), A_DAY) });
    },
  };
}
