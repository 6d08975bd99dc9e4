/* Counts repetitions with big buttons, and writes the count into the first attempt that is empty. ES5, for old tablets. */
(function () {
  "use strict";
  var box = document.getElementById("counter");
  if (!box) { return; }
  var shown = box.querySelector("[data-count]");
  var says = box.querySelector("[data-says]");
  var count = 0;

  function show() { shown.textContent = String(count); }

  function on(name, does) { box.querySelector("[data-" + name + "]").addEventListener("click", does); }

  function firstEmpty() {
    var inputs = document.querySelectorAll(".tries input");
    for (var i = 0; i < inputs.length; i += 1) {
      if (!inputs[i].value) { return inputs[i]; }
    }
    return null;
  }

  on("one", function () {
    count += 1;
    says.textContent = String(count);
    show();
  });
  on("back", function () {
    count = Math.max(0, count - 1);
    says.textContent = String(count);
    show();
  });
  on("write", function () {
    var input = firstEmpty();
    if (!input) { return; }
    input.value = String(count);
    count = 0;
    says.textContent = box.getAttribute("data-say-written");
    show();
  });
  show();
  box.hidden = false;
}());
