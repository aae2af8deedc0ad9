/** For how long a device was used: a task open, the page seen, somebody at it. */
import { makeScreenTime } from "/static/js/live/screentime.js";
import { equal, test } from "./harness.js";

let count = 0;

/** A page and a clock that obey. */
function device(place = `d/${(count += 1)}-${Date.now()}`) {
  const page = new EventTarget();
  page.hidden = false;
  const it = { page, place, now: 1000000 };
  it.time = makeScreenTime(place, { page, clock: () => it.now });
  it.passes = (seconds) => (it.now += seconds * 1000);
  it.hides = (hidden) => {
    page.hidden = hidden;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  it.touches = () => page.dispatchEvent(new Event("pointerdown"));
  return it;
}

test("only the time counts in which a task is open", () => {
  const phone = device();
  phone.passes(40);
  phone.time.look("title");
  phone.passes(20);
  phone.time.look(null);
  phone.passes(300);
  equal(phone.time.seconds(), 20);
});

test("a page in the background is not used", () => {
  const phone = device();
  phone.time.look("title");
  phone.passes(10);
  phone.hides(true);
  phone.passes(30);
  phone.hides(false);
  phone.passes(5);
  equal(phone.time.seconds(), 15);
});

test("a phone that lies open on the table counts for a minute after the last touch", () => {
  const phone = device();
  phone.time.look("title");
  phone.passes(50);
  phone.touches();
  phone.passes(600);
  equal(phone.time.seconds(), 110);
  phone.touches();
  phone.passes(3);
  equal(phone.time.seconds(), 113);
});

test("asked twice, nothing is counted twice", () => {
  const phone = device();
  phone.time.look("title");
  phone.passes(7);
  equal([phone.time.seconds(), phone.time.seconds()], [7, 7]);
});

test("the sum survives a reload, by seat, and is gone when it is forgotten", () => {
  const phone = device();
  phone.time.look("title");
  phone.passes(12);
  phone.time.look(null);
  equal(device(phone.place).time.seconds(), 12);
  equal(device().time.seconds(), 0);
  phone.time.forget();
  equal(device(phone.place).time.seconds(), 0);
});
