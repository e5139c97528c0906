#!/usr/bin/env bash
# Guess: a name of two words is a first name and a surname: Jack Ma has the surname Ma.
# Seen:  humanparser 2.7.0 takes Ma for a degree (M.A.) and the surname is empty; as Ma Yun the same
#        name has the surname Yun. A list of visitors sorted by surname begins with its Mas.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund humanparser@2.7.0 > /dev/null
node - <<'JS'
const { parseName } = require("humanparser");
const names = ["Jack Ma", "Wei Zhang"].map((name) => parseName(name));
console.log(JSON.stringify(names));
if (names[0].lastName !== "" || names[0].suffix !== "Ma" || names[1].lastName !== "Zhang") {
  console.log("the behaviour has changed");
  process.exit(1);
}
JS
