#!/usr/bin/env bash
# Guess: a SurveyJS rating from 0 to 10 in halves can be answered with 10, and one from 0 to 100 with
#        100; a scale that is too long is refused or drawn otherwise.
# Seen:  survey-core 3.1.1 offers the first 20 values and no more: 0 to 9.5, 0 to 19, -10 to 9. Nobody
#        can give full marks, and the answers look like those of a shorter scale.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
npm install --silent --no-fund --no-audit --prefix "$folder" survey-core@3.1.1 >/dev/null
cd "$folder"
node - <<'JS'
const assert = require("assert"), { Model } = require("survey-core");
const values = (rateMin, rateMax, rateStep) =>
  new Model({ elements: [{ type: "rating", name: "q", rateMin, rateMax, rateStep }] })
    .getQuestionByName("q").visibleRateValues.map((item) => item.value);
const top = (...scale) => values(...scale).at(-1);
console.log("survey-core", JSON.parse(require("fs").readFileSync("node_modules/survey-core/package.json")).version, top(0, 10, 0.5), top(0, 100, 1), top(-10, 10, 1));
assert.deepStrictEqual([top(0, 10, 0.5), top(0, 100, 1), top(-10, 10, 1)], [9.5, 19, 9], "the behaviour has changed");
assert.strictEqual(top(0, 10, 1), 10);
JS
