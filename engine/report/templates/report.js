"use strict";
(function () {
  const form = document.getElementById("filter");
  const policy = document.getElementById("by-policy");
  const verdict = document.getElementById("by-verdict");
  const place = document.getElementById("by-place");
  const shown = document.getElementById("shown");
  const items = Array.from(document.querySelectorAll(".finding, .row"));
  const rows = document.querySelectorAll(".row").length;
  const groups = Array.from(document.querySelectorAll(".rule")).concat(Array.from(document.querySelectorAll(".policy")));
  let waiting = 0;

  function apply() {
    const wanted = place.value.trim().toLowerCase();
    const everything = !wanted && !policy.value && !verdict.value;
    let count = 0;
    for (const item of items) {
      const fits = (!policy.value || item.dataset.policy === policy.value) &&
          (!verdict.value || item.dataset.verdict === verdict.value) &&
          (!wanted || item.dataset.place.includes(wanted));
      item.hidden = !fits;
      if (fits && item.classList.contains("row")) {
        count += 1;
      }
    }
    for (const group of groups) {
      group.hidden = !everything && !group.querySelector(".finding:not([hidden])");
    }
    shown.textContent = everything ? "" : "Shown: " + count + " of " + rows + " findings, here and in the table for officers.";
  }

  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("reset", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 0);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = rows === 0;
  apply(); // a browser keeps what was chosen when a page is loaded again
})();
