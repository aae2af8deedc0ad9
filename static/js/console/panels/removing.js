// Sending a person away: asked about first, with what will happen if they come again, and a way to look at who does.
import { t } from "../../i18n.js";

// What the door would do with them now. A shared computer keeps no note of who sat there.
function again({ door }, seat) {
  if (!door.open) return t("The door is closed, so they can't come in again.");
  if (door.admits) return t("If they come again, they knock like everyone.");
  return seat.device
    ? t("If they come again with the same phone, they knock. With another one, whoever has the code comes in.")
    : t("If they come again, whoever has the code comes in.");
}

// Newcomers knock from now on, until somebody decides otherwise; whoever is here stays.
function letOneByOne(desk) {
  const { mode, latecomers_knock } = desk.view.door;
  desk.ask("set_door", { mode: "admission", latecomers_knock }).done.then((ack) => {
    if (!ack.ok) return;
    const undo = () => desk.ask("set_door", { mode, latecomers_knock });
    desk.tell(t("Whoever comes now knocks."), undo, () => desk.view.door.open && desk.view.door.mode === "admission");
  });
}

export function remove(desk, seat) {
  const { door } = desk.view;
  const away = () => {
    desk.ask("remove_seat", { seat: seat.id });
    desk.open("people");
  };
  const stays = seat.device || seat.shared
    ? t("Remove {name} from the dialogue? What they said stays; their screen is closed.", { name: seat.pseudonym })
    : t("Remove {name} from the dialogue? What they said stays.", { name: seat.pseudonym });
  desk.askFirst({
    text: `${stays} ${again(desk.view, seat)}`,
    yes: t("Remove"),
    grave: true,
    act: away,
    other: door.open && !door.admits && { label: t("Remove, and let newcomers in one by one"), act: () => { away(); letOneByOne(desk); } },
  });
}
