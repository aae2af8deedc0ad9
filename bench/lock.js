// Takes addresses out of package-lock.json: where a package comes from is the business of whoever installs it.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(FILE, "utf8"));
for (const known of Object.values(lock.packages)) {
  delete known.resolved;
  delete known.funding;
  delete known.deprecated;
}
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
