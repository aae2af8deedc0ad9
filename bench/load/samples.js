// Durations in milliseconds, kept by the million, and what is told of them.

export class Samples {
  constructor() {
    this.values = new Float64Array(1 << 16);
    this.count = 0;
  }

  add(value) {
    if (this.count === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
  }

  told() {
    const sorted = this.values.slice(0, this.count).sort();
    const at = (share) => (sorted.length ? round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]) : null);
    return { count: this.count, p50: at(0.5), p99: at(0.99), max: at(1) };
  }
}

export const round = (value) => Math.round(value * 1000) / 1000;

// A seeded generator (mulberry32), so that two servers get the very same load.
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
